package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.RandomMaps;
import vn.sen.reporting.explanation.ExplainedReport;
import vn.sen.reporting.explanation.Explainer;
import vn.sen.reporting.explanation.Figures;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReport.DebtOfUnit;
import vn.sen.reporting.reading.Leaf;

/** Loans that begin and end at any time, counted under the map of any other time. */
class LoansOnAnyMapProperties {

  private static final List<UUID> HOUSEHOLDS = Stream.generate(UUID::randomUUID).limit(8).toList();

  /**
   * A loan.
   *
   * @param household which of them
   * @param settled the day it was paid back, or null
   */
  private record Lent(
      LendingWorld.Loan loan,
      UUID household,
      Leaf leaf,
      long amount,
      LocalDate on,
      @Nullable LocalDate settled) {

    long owedOn(LocalDate day) {
      boolean runs = !on.isAfter(day) && (settled == null || settled.isAfter(day));
      return runs ? amount : 0;
    }
  }

  private static final class World {
    private final RandomMaps maps;
    private final LendingWorld world = new LendingWorld();
    private final List<Lent> loans = new ArrayList<>();

    World(RandomMaps maps) {
      this.maps = maps;
      world.agree(world.vbsp, 725, LendingWorld.START);
      for (int i = 0; i < 20; i++) {
        lend();
      }
    }

    private void lend() {
      var on = maps.anyDate();
      var leaf = maps.anyLeaf(on);
      var household = maps.any(HOUSEHOLDS);
      var bank = maps.any(List.of(world.vbsp, world.agribank));
      long amount = 1 + maps.number(1_000);
      var loan = world.lend(world.place(bank, leaf.unit(), household), amount, on);
      LocalDate settled = null;
      switch (maps.number(3)) {
        case 0 -> {
          settled = on.plusDays(maps.number(500));
          loan.repay(amount, settled);
        }
        case 1 -> loan.moveToOverdue(amount, on.plusDays(maps.number(400)));
        default -> loan.owesCheck(on.plusDays(30));
      }
      loans.add(new Lent(loan, household, leaf, amount, on, settled));
      if (maps.chance(3)) {
        world.pay(bank, leaf.unit(), YearMonth.from(on), amount, on.plusDays(30));
      }
      if (maps.chance(3)) {
        maps.openSplit(leaf).ifPresent(split -> assign(loans.getLast(), split));
      }
    }

    void assign(Lent lent, Split split) {
      var to = maps.following(lent.leaf(), split, maps.anySuccessor(split));
      lent.loan().assign(to.via());
      loans.set(
          loans.indexOf(lent),
          new Lent(lent.loan(), lent.household(), to, lent.amount(), lent.on(), lent.settled()));
    }

    LendingReports.Reading reading() {
      var map = maps.map();
      return new LendingReports(world.figures(), () -> map).read();
    }

    List<LendingQuery> queries(LocalDate asOf, LocalDate hierarchy) {
      return maps.provincesOn(hierarchy).stream()
          .map(
              p ->
                  new LendingQuery(
                      p.id().toString(),
                      asOf,
                      hierarchy,
                      hasCommunes(p, hierarchy) ? UnitLevel.COMMUNE : UnitLevel.PROVINCE,
                      asOf.minusDays(200),
                      Selection.ALL,
                      EnumSet.of(Dimension.BANK)))
          .toList();
    }

    private boolean hasCommunes(OrgUnit province, LocalDate day) {
      var map = maps.map();
      return map.unitsAt(day, UnitLevel.COMMUNE).stream()
          .anyMatch(u -> map.place(u.id(), List.of(), day).isWithin(province.id()));
    }

    long owedOn(LocalDate day) {
      return loans.stream().mapToLong(l -> l.owedOn(day)).sum();
    }

    /** Households that owe something which certainly belongs to a unit, each once. */
    long householdsIn(UUID unit, LocalDate asOf, LocalDate hierarchy) {
      return loans.stream()
          .filter(l -> l.owedOn(asOf) > 0)
          .filter(l -> maps.map().place(l.leaf().unit(), l.leaf().via(), hierarchy).isWithin(unit))
          .map(Lent::household)
          .distinct()
          .count();
    }
  }

  @Property(tries = 150)
  void what_is_owed_is_the_same_under_every_map(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int provinces,
      @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, provinces, redrawings));
    var asOf = world.maps.anyDate();
    var reading = world.reading();
    long due = -1;
    long received = -1;
    long overdue = -1;

    for (var hierarchy : world.maps.days()) {
      var queries = world.queries(asOf, hierarchy);
      var debts = queries.stream().map(reading::report).toList();
      assertThat(
              debts.stream().mapToLong(r -> r.total().outstanding()).sum()
                  + debts.getFirst().unplaced().outstanding())
          .isEqualTo(world.owedOn(asOf));
      var ripe = queries.stream().map(reading::maturities).toList();
      assertThat(
              ripe.stream().mapToLong(r -> principal(r.total())).sum() + ripe.getFirst().unplaced())
          .isEqualTo(world.owedOn(asOf));
      var ages = queries.stream().map(reading::ageing).toList();
      long late =
          ages.stream().mapToLong(r -> r.total().overdue()).sum() + ages.getFirst().unplaced();
      assertThat(late).isEqualTo(overdue < 0 ? late : overdue);
      overdue = late;
      var duties = queries.stream().map(reading::duties).toList();
      long owed =
          duties.stream().mapToLong(r -> r.total().checks().due()).sum()
              + duties.getFirst().unplaced().checks().due();
      long paid =
          duties.stream().mapToLong(r -> r.total().fees().received()).sum()
              + duties.getFirst().unplaced().fees().received();
      assertThat(owed).isEqualTo(due < 0 ? owed : due);
      assertThat(paid).isEqualTo(received < 0 ? paid : received);
      due = owed;
      received = paid;
    }
  }

  @Property(tries = 40)
  void every_figure_is_explained_under_every_map(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, 2, redrawings));
    var asOf = world.maps.anyDate();
    var hierarchy = world.maps.anyDay();
    var reading = world.reading();
    var rates = new FeeRates(world.world.figures().snapshot());

    for (var query : world.queries(asOf, hierarchy)) {
      var period = Period.of(query);
      for (var row : rows(reading.duties(query))) {
        var cell = LendingCell.of(row);
        assertMadeOf(DebtFigures.of(period), row, reading.explainer(query, cell));
        assertMadeOf(DutyFigures.of(period, rates), row, reading.dutyExplainer(query, cell));
        assertMadeOf(AgeingFigures.of(asOf), row, reading.ageingExplainer(query, cell));
        assertMadeOf(MaturityFigures.of(asOf), row, reading.maturityExplainer(query, cell));
      }
    }
  }

  private static List<@Nullable String> rows(DutyReport report) {
    var rows = new ArrayList<@Nullable String>(new ExplainedReport(report).rows());
    rows.add(null);
    return rows;
  }

  private static void assertMadeOf(
      Figures<LendingFigure> figures, @Nullable String row, Explainer<LendingPart> explainer) {
    figures.names().forEach(figure -> ExplainedReport.assertMadeOf(figure, row, explainer));
  }

  private static long principal(MaturityReport.Maturities maturities) {
    return maturities.pastDue().principal()
        + maturities.months().stream().mapToLong(m -> m.due().principal()).sum()
        + maturities.later().principal();
  }

  @Property(tries = 150)
  void rows_and_the_remainder_are_the_total_and_a_household_counts_once_above_them(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, 2, redrawings));
    var asOf = world.maps.anyDate();
    var hierarchy = world.maps.anyDay();

    for (var query : world.queries(asOf, hierarchy)) {
      var report = world.reading().report(query);
      assertThat(report.rows().stream().mapToLong(r -> r.debt().outstanding()).sum())
          .isEqualTo(report.total().outstanding());
      assertThat(report.rows().stream().mapToLong(r -> r.debt().loans()).sum())
          .isEqualTo(report.total().loans());
      assertThat(report.total().households())
          .isEqualTo(world.householdsIn(report.unit().id(), asOf, hierarchy));
      for (var row : report.rows()) {
        if (row.unit() != null) {
          assertThat(row.debt().households())
              .isEqualTo(world.householdsIn(row.unit().id(), asOf, hierarchy));
        }
      }
    }
  }

  @Property(tries = 150)
  void assigning_a_loan_moves_it_from_the_remainder_to_the_successor_and_nothing_else(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, 2, redrawings));
    var open =
        world.loans.stream().filter(l -> world.maps.openSplit(l.leaf()).isPresent()).toList();
    Assume.that(!open.isEmpty());
    var asOf = world.maps.anyDate();
    var hierarchy = world.maps.anyDay();
    var was = communes(world, asOf, hierarchy);
    var loan = world.maps.any(open);

    world.assign(loan, world.maps.openSplit(loan.leaf()).orElseThrow());

    var is = communes(world, asOf, hierarchy);
    is.forEach(
        (commune, owed) -> {
          long before = was.getOrDefault(commune, 0L);
          if (commune.isEmpty()) {
            assertThat(owed).isIn(before, before - loan.owedOn(asOf));
          } else {
            assertThat(owed).isIn(before, before + loan.owedOn(asOf));
          }
        });
    assertThat(is.values().stream().mapToLong(n -> n).sum())
        .isEqualTo(was.values().stream().mapToLong(n -> n).sum())
        .isEqualTo(world.owedOn(asOf));
  }

  /** What is owed by the code of the commune; "" for the remainders and what is in no province. */
  private static Map<String, Long> communes(World world, LocalDate asOf, LocalDate hierarchy) {
    var owed = new HashMap<String, Long>();
    var reading = world.reading();
    var reports = world.queries(asOf, hierarchy).stream().map(reading::report).toList();
    owed.put("", reports.getFirst().unplaced().outstanding());
    for (var row : reports.stream().flatMap(r -> r.rows().stream()).toList()) {
      owed.merge(code(row), row.debt().outstanding(), Long::sum);
    }
    return owed;
  }

  private static String code(DebtOfUnit row) {
    return row.unit() == null || row.unit().level() != UnitLevel.COMMUNE ? "" : row.unit().code();
  }
}
