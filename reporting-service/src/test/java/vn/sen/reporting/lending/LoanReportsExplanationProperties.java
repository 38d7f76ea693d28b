package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.AgreementTerms.ProgrammeFee;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.ExplainedReport.Logged;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.explanation.Part;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReports.Reading;
import vn.sen.reporting.membership.SmallProvince;

/**
 * Whatever happened to loans: every figure of the reports of duties, of what is overdue and of what
 * falls due is what its parts come to.
 */
class LoanReportsExplanationProperties {

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
  private static final List<UUID> HOUSEHOLDS = Stream.generate(UUID::randomUUID).limit(5).toList();

  /** What numbers made happen: of one loan several things, on days near each other. */
  private static final class History {
    private final LendingWorld world = new LendingWorld();

    History(List<Integer> seeds) {
      world.agree(world.vbsp, 725, START);
      world.agree(world.vbsp, 333, START.plusDays(90), new ProgrammeFee(world.water, 1_001));
      seeds.forEach(this::happen);
    }

    private void happen(int seed) {
      var on = START.plusDays(seed % 300);
      var bank = seed % 4 == 0 ? world.agribank : world.vbsp;
      var programme = seed % 3 == 0 ? world.water : world.poor;
      var unit = UNITS.get(seed / 5 % 5);
      var place =
          new LoanPlace(
              bank,
              programme,
              unit,
              List.of(),
              null,
              HOUSEHOLDS.get(seed / 7 % 5),
              on.plusDays(seed % 500));
      var loan = world.lend(place, 100, on);
      loan.moveToOverdue(40, on.plusDays(seed % 40));
      loan.moveToOverdue(20, on.plusDays(60 + seed % 80));
      switch (seed / 11 % 5) {
        case 0 -> loan.repayOverdue(10 + seed % 40, on.plusDays(61 + seed % 90));
        case 1 -> loan.move(UNITS.get(seed / 3 % 4), LoanMeasure.OVERDUE, 60, on.plusDays(150));
        case 2 -> loan.repay(40, on.plusDays(10));
        case 3 -> loan.payInterest(1 + seed % 97, on.plusDays(seed % 70));
        default -> world.merge(HOUSEHOLDS.get(seed / 7 % 5), HOUSEHOLDS.get(seed % 5), on);
      }
      owe(loan, seed, on);
      if (seed % 3 == 0) {
        var month = YearMonth.from(on);
        var paid = world.pay(bank, seed % 2 == 0 ? programme : null, unit, month, seed, on);
        if (seed % 9 == 0) {
          world.correct(paid, seed + 1L);
        }
      }
    }

    private void owe(LendingWorld.Loan loan, int seed, LocalDate on) {
      var dueOn = on.plusDays(30);
      loan.owesCheck(dueOn);
      loan.owesCheck(dueOn.plusDays(45));
      switch (seed / 13 % 4) {
        case 0 -> loan.check(dueOn, dueOn.minusDays(3));
        case 1 -> loan.check(dueOn, dueOn.plusDays(25));
        case 2 -> loan.move(UNITS.get(seed / 3 % 4), LoanMeasure.CHECKS_LATE, 1, dueOn.plusDays(9));
        default -> loan.payInterest(seed % 1_000, on.plusDays(40));
      }
    }
  }

  private static LendingQuery query(LocalDate asOf, LocalDate hierarchy, int days) {
    return new LendingQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.minusDays(days),
        Selection.ALL,
        EnumSet.noneOf(Dimension.class));
  }

  private static LocalDate hierarchy(LocalDate asOf, int map) {
    return List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER).get(map);
  }

  private static List<Logged> log(LendingWorld world) {
    return world.told().stream()
        .map(t -> Logged.of(t.aggregate(), t.sequence(), t.event()))
        .toList();
  }

  private static Reading reading(LendingWorld world) {
    var orgMap = PROVINCE.facts().map();
    return new LendingReports(world.figures(), () -> orgMap).read();
  }

  private static List<@Nullable String> rows(Object report) {
    var rows = new ArrayList<@Nullable String>(new ExplainedReport(report).rows());
    rows.add(null);
    return rows;
  }

  /** All figures of a row, and the events behind each part of those that are sums of events. */
  private static void assertExplained(
      Figures<LendingFigure> figures,
      @Nullable String row,
      Explainer<LendingPart> explainer,
      List<Logged> log) {
    for (var figure : figures.names()) {
      var parts = ExplainedReport.assertMadeOf(figure, row, explainer);
      switch (figures.find(figure)) {
        case LendingFigure.Amount _, LendingFigure.Received _ ->
            parts.forEach(
                part ->
                    ExplainedReport.assertTraced(
                        part.value(), explainer.trail(figure, part.part()), log));
        case LendingFigure.Derived(_, var traced) -> assertTraced(traced, parts, explainer, log);
        case LendingFigure.Households(_, var traced) -> assertTraced(traced, parts, explainer, log);
        case LendingFigure.Percent _, LendingFigure.Less _ -> assertThat(parts).isEmpty();
      }
    }
  }

  /** Behind each loan is what its figure follows from. */
  private static void assertTraced(
      String traced,
      List<Part<LendingPart>> parts,
      Explainer<LendingPart> explainer,
      List<Logged> log) {
    for (var part : parts) {
      assertThat(part.of().loans()).isNotEmpty();
      for (var loan : part.of().loans()) {
        var trail = explainer.trail(traced, loan.part());
        assertThat(trail.value()).isPositive();
        ExplainedReport.assertTraced(trail.amount(), trail, log);
      }
    }
  }

  @Property(tries = 60)
  void what_is_overdue_and_what_falls_due_is_the_sum_of_loans(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 700) int day,
      @ForAll @IntRange(min = 0, max = 2) int map) {
    // given loans that fell overdue in parts
    var world = new History(seeds).world;
    var reading = reading(world);
    var asOf = START.plusDays(day);
    var query = query(asOf, hierarchy(asOf, map), 0);
    var log = log(world);
    // then
    for (var row : rows(reading.ageing(query))) {
      var explainer = reading.ageingExplainer(query, LendingCell.of(row));
      assertExplained(AgeingFigures.of(asOf), row, explainer, log);
    }
    for (var row : rows(reading.maturities(query))) {
      var explainer = reading.maturityExplainer(query, LendingCell.of(row));
      assertExplained(MaturityFigures.of(asOf), row, explainer, log);
    }
    var unplaced = LendingCell.of("unplaced");
    assertExplained(
        AgeingFigures.unplaced(asOf), "unplaced", reading.ageingExplainer(query, unplaced), log);
    assertExplained(
        MaturityFigures.unplaced(asOf),
        "unplaced",
        reading.maturityExplainer(query, unplaced),
        log);
  }

  private static List<LendingCell> cells(DutyReport report, LendingWorld world) {
    var cells = new ArrayList<LendingCell>();
    cells.add(LendingCell.of("unplaced"));
    for (var row : rows(report)) {
      cells.add(LendingCell.of(row));
      cells.add(new LendingCell(row, "VBSP", "none", null));
      cells.add(new LendingCell(row, null, world.water.toString(), null));
    }
    cells.add(new LendingCell(null, world.agribank.toString(), null, null));
    return cells;
  }

  @Property(tries = 60)
  void duties_are_the_sum_of_loans_and_payments(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 500) int day,
      @ForAll @IntRange(min = 0, max = 200) int days,
      @ForAll @IntRange(min = 0, max = 2) int map) {
    // given checks done and not done, interest and fees
    var world = new History(seeds).world;
    var reading = reading(world);
    var asOf = START.plusDays(day);
    var query = query(asOf, hierarchy(asOf, map), days);
    var report = reading.duties(query);
    var log = log(world);
    var rates = new FeeRates(world.figures().snapshot());
    var period = Period.of(query);
    // then
    for (var cell : cells(report, world)) {
      var explainer = reading.dutyExplainer(query, cell);
      assertExplained(DutyFigures.of(period, rates), cell.row(), explainer, log);
    }
    for (var fees : report.months()) {
      var cell = new LendingCell(null, null, null, null, fees.month());
      var explainer = reading.dutyExplainer(query, cell);
      assertExplained(DutyFigures.ofMonth(period, rates), null, explainer, log);
    }
  }

  @Property(tries = 1)
  void there_is_no_figure_that_cannot_be_explained() {
    List<Integer> seeds = List.of(3, 800, 2_345);
    var world = new History(seeds).world;
    var reading = reading(world);
    var asOf = START.plusDays(330);
    var query = query(asOf, asOf, 200);
    var duties = DutyFigures.of(Period.of(query), new FeeRates(world.figures().snapshot()));

    assertThat(figures(reading.ageing(query)))
        .isEqualTo(Set.copyOf(AgeingFigures.of(asOf).names()));
    assertThat(figures(reading.maturities(query)))
        .isEqualTo(Set.copyOf(MaturityFigures.of(asOf).names()));
    assertThat(figures(reading.duties(query))).isEqualTo(Set.copyOf(duties.names()));
  }

  private static Set<String> figures(Object report) {
    return new HashSet<>(new ExplainedReport(report).figures());
  }

  @Property(tries = 1)
  void a_fee_that_is_expected_is_told_to_the_last_digit_and_rounded_once() {
    // given two loans whose fees are no whole đồng
    var world = new LendingWorld();
    world.agree(world.vbsp, 725, START);
    for (var household : HOUSEHOLDS.subList(0, 2)) {
      world
          .lend(world.place(world.vbsp, PROVINCE.branchA1, household), 100, START)
          .payInterest(10, START.plusDays(3));
    }
    var asOf = START.plusDays(30);
    var explainer = reading(world).dutyExplainer(query(asOf, asOf, 30), LendingCell.of(null));
    // then
    var parts = ExplainedReport.assertMadeOf("fees.expected", null, explainer);
    assertThat(parts)
        .extracting(Part::value)
        .containsExactly(new BigDecimal("0.7250"), new BigDecimal("0.7250"));
    ExplainedReport.assertTraced(
        new BigDecimal("0.725"),
        explainer.trail("fees.expected", parts.getFirst().part()),
        log(world));
  }
}
