package vn.sen.reporting.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.membership.MembershipReports.Reading;

/** Whoever came, moved or left: every figure of the report is the sum of what explains it. */
class MembershipExplanationProperties {

  private static final LocalDate START = LocalDate.of(2022, 1, 1);

  private static SmallProvince world(List<Integer> seeds) {
    var world = new SmallProvince();
    var branches =
        List.of(world.branchA1, world.branchA2, world.branchB1, world.branchB2, UUID.randomUUID());
    for (int seed : seeds) {
      var member = world.members().get(seed % 40).aggregate();
      var from = branches.get(seed % 5);
      var to = branches.get(seed / 5 % 5);
      var on = START.plusDays(seed % 1_000);
      switch (seed % 4) {
        case 0 -> world.transfer(member, from, to, on);
        case 1 -> world.imported(UUID.randomUUID(), to, on);
        case 2 -> world.leave(member, from, on);
        default -> {
          world.transfer(member, from, to, on);
          world.assignedAfterTransfer(member, from, to, on, world.newA);
        }
      }
    }
    return world;
  }

  private static Reading reading(SmallProvince world) {
    var figures = new MembershipFigures();
    var view = new MembershipView();
    world
        .members()
        .forEach(
            t -> view.fold(t.event(), new RecordMeta(t.aggregate(), t.sequence(), 0), figures));
    figures.publish(ViewPosition.NONE);
    var map = world.facts().map();
    var reporter = new MembershipReporter(BigDecimal.valueOf(60));
    return new MembershipReports(figures, () -> map, reporter).read();
  }

  private static List<Logged> log(SmallProvince world) {
    return Stream.concat(world.orgUnits().stream(), world.members().stream())
        .map(t -> Logged.of(t.aggregate(), t.sequence(), t.event()))
        .toList();
  }

  @Property(tries = 40)
  void every_figure_is_the_sum_of_leaves_and_these_are_sums_of_events(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 1_400) int day,
      @ForAll @IntRange(min = 0, max = 2) int map,
      @ForAll boolean byBranch) {
    // given members who came, moved and left
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var hierarchy = List.of(START, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
    var level = byBranch ? UnitLevel.BRANCH : UnitLevel.COMMUNE;
    var unit = hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66";
    var query = new MembershipQuery(unit, asOf, hierarchy, level, asOf.minusDays(200));
    var reading = reading(world);
    var report = new ExplainedReport(reading.report(query));
    var log = log(world);
    // when every figure of every row is explained
    var rows = new ArrayList<@Nullable String>(report.rows());
    rows.add(null);
    for (var row : rows) {
      var explainer = reading.explainer(query, row);
      for (var figure : MembershipFigure.ALL.names()) {
        // then it is the sum of its parts, and each of these is the sum of its events
        ExplainedReport.assertMadeOf(figure, row, explainer)
            .forEach(
                part ->
                    ExplainedReport.assertTraced(
                        part.value(), explainer.trail(figure, part.part()), log));
      }
    }
    ExplainedReport.assertMadeOf("members", "unplaced", reading.explainer(query, "unplaced"));
  }

  @Property(tries = 1)
  void there_is_no_figure_that_cannot_be_explained() {
    var asOf = LocalDate.of(2023, 12, 31);
    var query = new MembershipQuery("54", asOf, asOf, null, LocalDate.of(2023, 1, 1));

    assertThat(MembershipFigure.ALL.names())
        .containsAll(new ExplainedReport(reading(world(List.of())).report(query)).figures());
  }
}
