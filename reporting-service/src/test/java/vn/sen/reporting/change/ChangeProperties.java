package vn.sen.reporting.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.DomainEvent;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.change.MapSteps.Maps;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.MembershipReporter;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.membership.SmallProvince.Told;

/** Whatever is told in whatever order: the causes are the difference, and so are the events. */
class ChangeProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final LocalDate KNOWN_AT = LocalDate.of(2023, 6, 30);

  /** An event where it stands in the log. */
  private record Logged(DomainEvent event, RecordMeta meta) {}

  private static List<Logged> logged(Stream<Told> told) {
    var log = new ArrayList<Logged>();
    told.forEach(
        t ->
            log.add(
                new Logged(t.event(), new RecordMeta(t.aggregate(), t.sequence(), log.size()))));
    return log;
  }

  private static List<Logged> logged(LendingWorld world) {
    var log = new ArrayList<Logged>();
    world
        .told()
        .forEach(
            t ->
                log.add(
                    new Logged(
                        t.event(), new RecordMeta(t.aggregate(), t.sequence(), log.size()))));
    return log;
  }

  /** Members who come, go, are moved, entered late, taken back and assigned to a successor. */
  private static SmallProvince province(List<Integer> seeds) {
    var world = new SmallProvince();
    var branches = List.of(world.branchA1, world.branchA2, world.branchB1, world.branchB2);
    for (int seed : seeds) {
      var on = START.plusDays(seed % 700);
      var branch = branches.get(seed / 3 % 4);
      var other = branches.get(seed / 7 % 4);
      var member = world.members().get(seed % world.members().size()).aggregate();
      switch (seed % 5) {
        case 0 -> world.transfer(member, branch, other, on);
        case 1 -> world.imported(UUID.randomUUID(), branch, on);
        case 2 -> world.withdrawn(world.imported(UUID.randomUUID(), branch, on), UUID.randomUUID());
        case 3 -> world.leave(member, branch, on);
        default -> world.assignedAfterTransfer(member, branch, other, on, world.newA);
      }
    }
    return world;
  }

  /** Loans that are repaid, fall overdue and move, of households that turn out to be one. */
  private static LendingWorld lending(SmallProvince province, List<Integer> seeds) {
    var world = new LendingWorld();
    var units = List.of(province.branchA1, province.branchA2, province.branchB1, province.branchB2);
    var households = Stream.generate(UUID::randomUUID).limit(5).toList();
    for (int seed : seeds) {
      var household = households.get(seed % 5);
      var on = START.plusDays(seed % 700);
      var loan = world.lend(world.place(world.vbsp, units.get(seed / 5 % 4), household), 100, on);
      switch (seed % 6) {
        case 0 -> loan.repay(100, on.plusDays(30));
        case 1 -> loan.moveToOverdue(60, on.plusDays(50));
        case 2 -> loan.move(units.get(seed / 3 % 4), LoanMeasure.IN_TERM, 100, on.plusDays(10));
        case 3 -> world.merge(household, households.get(seed / 11 % 5), on);
        case 4 -> world.unmerge(household, on);
        default -> loan.freeze(40, on.plusDays(5));
      }
    }
    return world;
  }

  private static <K, F extends ViewReader<K>, R> Changes changes(
      Counting<K, F, R> counting,
      ChangeQuery query,
      List<Logged> log,
      int known,
      List<Logged> mapLog,
      int mapKnown) {
    var steps = new MapSteps();
    for (int i = 0; i < mapLog.size(); i++) {
      steps.counted(mapLog.get(i).event(), mapLog.get(i).meta(), i >= mapKnown);
    }
    Maps maps = steps.maps();
    var then = reading(counting, log.subList(0, known), maps);
    var now = reading(counting, log, maps);
    var slice = new Slice<>(counting, query, then, now, maps);
    for (int i = 0; i < log.size(); i++) {
      slice.counted(log.get(i).event(), log.get(i).meta(), i >= known);
    }
    return slice.changes();
  }

  private static <K, F extends ViewReader<K>, R> R reading(
      Counting<K, F, R> counting, List<Logged> log, Maps maps) {
    var figures = counting.figures().get();
    log.forEach(l -> counting.view().fold(l.event(), l.meta(), figures));
    return counting.over(figures, maps.now());
  }

  private static void requireThatCausesAndEventsAreTheDifference(Changes changes) {
    var byCause = new HashMap<String, Long>();
    changes
        .difference()
        .causes()
        .forEach(c -> c.deltas().forEach((name, delta) -> byCause.merge(name, delta, Long::sum)));
    var byEvent = new HashMap<String, Long>();
    allEvents(changes)
        .forEach(e -> e.deltas().forEach((name, delta) -> byEvent.merge(name, delta, Long::sum)));
    for (var figure : changes.difference().figures()) {
      assertThat(figure.difference()).isEqualTo(figure.now() - figure.then());
      if (figure.addsUp()) {
        assertThat(byCause.getOrDefault(figure.name(), 0L))
            .as("causes of " + figure)
            .isEqualTo(figure.difference());
        assertThat(byEvent.getOrDefault(figure.name(), 0L))
            .as("events of " + figure)
            .isEqualTo(figure.difference());
      }
    }
  }

  /** In pages of three: no page repeats or leaves out anything. */
  private static List<ChangedEvent> allEvents(Changes changes) {
    var all = new ArrayList<ChangedEvent>();
    var page = changes.events(null, 3);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = changes.events(page.getLast().place(), 3);
    }
    assertThat(all.stream().map(ChangedEvent::recordedAt)).isSorted();
    return all;
  }

  private static ChangeQuery query(SmallProvince world, int unit, int day, int map) {
    var hierarchy = List.of(START, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
    // each has a unit that is on that day's map, and the branches are on all
    var top = List.of(world.province, world.district, world.province66).get(map);
    var commune = List.of(world.communeB, world.newA, world.lastCommune).get(map);
    var chosen = unit % 2 == 0 ? top : commune;
    return new ChangeQuery(chosen.toString(), START.plusDays(day), hierarchy, KNOWN_AT);
  }

  @Property(tries = 300)
  void what_changed_in_the_number_of_members_is_what_its_causes_add_up_to(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9_999) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 1) int unit,
      @ForAll @IntRange(min = 0, max = 900) int day,
      @ForAll @IntRange(min = 0, max = 2) int map,
      @ForAll @IntRange(min = 0, max = 100) int known,
      @ForAll @IntRange(min = 0, max = 100) int mapKnown) {
    var world = province(seeds);
    var log = logged(world.members().stream());
    var mapLog = logged(world.orgUnits().stream());
    var changes =
        changes(
            Countings.membership(new MembershipReporter(BigDecimal.valueOf(60))),
            query(world, unit, day, map),
            log,
            log.size() * known / 100,
            mapLog,
            mapLog.size() * mapKnown / 100);
    requireThatCausesAndEventsAreTheDifference(changes);
  }

  /** All of the map as often as less of it. */
  @Provide
  Arbitrary<Integer> mapsKnown() {
    return Arbitraries.oneOf(Arbitraries.integers().between(0, 100), Arbitraries.just(100));
  }

  @Property(tries = 300)
  void what_changed_in_debts_is_what_its_causes_add_up_to_and_households_came_or_went(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9_999) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 1) int unit,
      @ForAll @IntRange(min = 0, max = 900) int day,
      @ForAll @IntRange(min = 0, max = 2) int map,
      @ForAll @IntRange(min = 0, max = 100) int known,
      @ForAll("mapsKnown") int mapKnown) {
    var world = new SmallProvince();
    var log = logged(lending(world, seeds));
    var mapLog = logged(world.orgUnits().stream());
    var changes =
        changes(
            Countings.lending(),
            query(world, unit, day, map),
            log,
            log.size() * known / 100,
            mapLog,
            mapLog.size() * mapKnown / 100);
    requireThatCausesAndEventsAreTheDifference(changes);
    var households = changes.difference().once().getFirst();
    assertThat(households.gained() - households.lost())
        .isEqualTo(
            changes.difference().figures().stream()
                .filter(f -> f.name().equals("households"))
                .findFirst()
                .orElseThrow()
                .difference());
    if (mapKnown == 100) {
      // else some of them came or went by the map
      requireThatEventsTellOfAllThatCameOrWent(changes);
    }
  }

  private static void requireThatEventsTellOfAllThatCameOrWent(Changes changes) {
    var events = allEvents(changes);
    for (var turnover : changes.difference().once()) {
      var told =
          events.stream()
              .flatMap(e -> e.once().getOrDefault(turnover.figure(), List.of()).stream())
              .collect(Collectors.toSet());
      assertThat(told)
          .as(turnover.figure())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(turnover.gainedIds().stream(), turnover.lostIds().stream()).toList());
    }
  }
}
