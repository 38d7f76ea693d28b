package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Part;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.membership.SmallProvince;

/** Whatever happened to loans: every figure of the report is the sum of what explains it. */
class LendingExplanationProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> UNITS =
      List.of(
          PROVINCE.branchA1,
          PROVINCE.branchA2,
          PROVINCE.branchB1,
          PROVINCE.branchB2,
          // a unit that the map does not know
          UUID.randomUUID());
  private static final List<UUID> HOUSEHOLDS = Stream.generate(UUID::randomUUID).limit(6).toList();
  private static final UUID GROUP = UUID.randomUUID();

  private static LendingWorld world(List<Integer> seeds) {
    var world = new LendingWorld();
    world.rank(GROUP, GroupRank.GOOD, START.plusDays(40));
    var banks = List.of(world.vbsp, world.agribank, world.lpbank);
    for (int seed : seeds) {
      var household = HOUSEHOLDS.get(seed % 6);
      var on = START.plusDays(seed % 300);
      var place =
          world.place(
              banks.get(seed / 7 % 3),
              seed % 2 == 0 ? world.poor : world.water,
              UNITS.get(seed / 5 % 5),
              seed % 3 == 0 ? GROUP : null,
              household);
      var loan = world.lend(place, 100 + seed % 3, on);
      switch (seed % 8) {
        case 0 -> loan.repay(100, on.plusDays(30));
        case 1 -> loan.repay(40, on.plusDays(20));
        case 2 -> loan.moveToOverdue(60, on.plusDays(50));
        case 3 -> loan.move(UNITS.get(seed / 3 % 4), LoanMeasure.IN_TERM, 100, on.plusDays(10));
        case 4 -> world.merge(household, HOUSEHOLDS.get(seed / 11 % 6), on);
        case 5 -> world.unmerge(household, on);
        case 6 -> loan.freeze(100, on.plusDays(5));
        default -> loan.repay(1, on);
      }
    }
    return world;
  }

  private static LendingQuery query(LocalDate asOf, LocalDate hierarchy) {
    return new LendingQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.minusDays(60),
        Selection.ALL,
        EnumSet.allOf(Dimension.class));
  }

  private static List<LendingCell> cells(ExplainedReport report, LendingWorld world) {
    var cells = new ArrayList<LendingCell>();
    cells.add(new LendingCell(null, null, null, null));
    for (var row : report.rows()) {
      cells.add(new LendingCell(row, null, null, null));
      cells.add(new LendingCell(row, "VBSP", "POOR", "none"));
      cells.add(new LendingCell(row, null, world.water.toString(), null));
    }
    cells.add(new LendingCell(null, world.agribank.toString(), null, null));
    cells.add(new LendingCell(null, null, null, "GOOD"));
    cells.add(new LendingCell(null, null, null, "none"));
    cells.add(new LendingCell(null, "LPBANK", "WATER", "GOOD"));
    return cells;
  }

  @Property(tries = 60)
  void every_figure_is_the_sum_of_loans_and_these_are_sums_of_events(
      @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day,
      @ForAll @IntRange(min = 0, max = 2) int map) {
    // given loans that were repaid, moved, frozen, at households that were merged
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var hierarchy = List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
    var orgMap = PROVINCE.facts().map();
    var reading = new LendingReports(world.figures(), () -> orgMap).read();
    var query = query(asOf, hierarchy);
    var log =
        world.told().stream().map(t -> Logged.of(t.aggregate(), t.sequence(), t.event())).toList();
    // when every figure of every part of the report is explained
    var whole = new ExplainedReport(reading.report(query));
    for (var cell : cells(whole, world)) {
      var explainer = reading.explainer(query, cell);
      for (var figure : DebtFigures.of(Period.of(query)).names()) {
        var parts = ExplainedReport.assertMadeOf(figure, cell.row(), explainer);
        // then it is the sum of its parts, and each of these is the sum of its events
        assertLoans(figure, parts, explainer, log);
      }
    }
    for (var figure : List.of("loans", "households", "outstanding")) {
      ExplainedReport.assertMadeOf(
          figure, "unplaced", reading.explainer(query, LendingCell.of("unplaced")));
    }
  }

  private static void assertLoans(
      String figure,
      List<Part<LendingPart>> parts,
      Explainer<LendingPart> explainer,
      List<Logged> log) {
    boolean counts = Set.of("loans", "households").contains(figure);
    for (var part : parts) {
      for (var loan : part.of().loans()) {
        ExplainedReport.assertTraced(
            counts ? BigDecimal.valueOf(loan.outstanding()) : part.value(),
            explainer.trail(counts ? "outstanding" : figure, loan.part()),
            log);
      }
    }
  }

  @Property(tries = 1)
  void there_is_no_figure_that_cannot_be_explained() {
    var world = world(List.of(2));
    var asOf = START.plusDays(100);
    var orgMap = PROVINCE.facts().map();
    var reading = new LendingReports(world.figures(), () -> orgMap).read();

    assertThat(new ExplainedReport(reading.report(query(asOf, asOf))).figures())
        .isEqualTo(Set.copyOf(DebtFigures.of(Period.of(query(asOf, asOf))).names()));
  }
}
