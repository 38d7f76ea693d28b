package vn.sen.reporting.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.RandomMaps;
import vn.sen.reporting.training.TrainingQuery.Selection;
import vn.sen.reporting.training.TrainingWorld.Person;

/** Classes held at any time, with people of any unit, counted under the map of any other time. */
class TrainingOnAnyMapProperties {

  /** What adds up; people who are counted once do not. */
  private static final List<ToLongFunction<Training>> SUMS =
      List.of(
          Training::classes,
          Training::sessions,
          Training::budget,
          Training::turns,
          Training::sessionTurns,
          Training::passed);

  private static TrainingWorld world(RandomMaps maps) {
    var world = new TrainingWorld();
    for (int i = 0; i < 8; i++) {
      var on = maps.anyDate();
      var organiser = maps.anyLeaf(on);
      var taught = world.plan(world.briefing, organiser.unit(), on, on.plusDays(1));
      for (int p = 0; p < 3; p++) {
        var leaf = maps.anyLeaf(on);
        var person = new Person(UUID.randomUUID(), leaf.unit(), ParticipantCategory.CADRE);
        taught.attend(1 + maps.number(2), person);
        if (maps.chance(2)) {
          taught.pass(person);
        }
        if (maps.chance(2)) {
          maps.openSplit(leaf)
              .ifPresent(split -> taught.assign(person, maps.anySuccessor(split), split.on()));
        }
      }
      taught.hold();
      if (maps.chance(2)) {
        maps.openSplit(organiser)
            .ifPresent(split -> taught.assign(maps.anySuccessor(split), split.on()));
      }
    }
    return world;
  }

  private static List<TrainingReport> reports(
      TrainingReports.Reading reading, RandomMaps maps, LocalDate asOf, LocalDate hierarchy) {
    return maps.provincesOn(hierarchy).stream()
        .map(
            p ->
                reading.report(
                    new TrainingQuery(
                        p.id().toString(),
                        asOf,
                        hierarchy,
                        null,
                        TrainingWorld.START,
                        Selection.ALL,
                        EnumSet.noneOf(Dimension.class))))
        .toList();
  }

  @Property(tries = 150)
  void classes_and_turns_count_once_under_every_map(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int provinces,
      @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var maps = new RandomMaps(seed, provinces, redrawings);
    var world = world(maps);
    var map = maps.map();
    var reading = new TrainingReports(world.figures(), () -> map).read();
    var asOf = maps.anyDate();
    var first = reports(reading, maps, asOf, maps.days().getFirst());

    for (var hierarchy : maps.days()) {
      var reports = reports(reading, maps, asOf, hierarchy);
      for (var sum : SUMS) {
        assertThat(everywhere(reports, sum)).isEqualTo(everywhere(first, sum));
        for (var report : reports) {
          assertThat(report.rows().stream().mapToLong(r -> sum.applyAsLong(r.training())).sum())
              .isEqualTo(sum.applyAsLong(report.total()));
        }
      }
    }
  }

  private static long everywhere(List<TrainingReport> reports, ToLongFunction<Training> sum) {
    return reports.stream().mapToLong(r -> sum.applyAsLong(r.total())).sum()
        + sum.applyAsLong(reports.getFirst().unplaced());
  }
}
