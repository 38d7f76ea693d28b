package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingRow.Figure;
import vn.sen.reporting.lending.LendingRow.Register;
import vn.sen.reporting.lending.LoanPart.PlaceNumbers;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.NumberSet;

class LendingProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  private static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> UNITS =
      List.of(PROVINCE.branchA1, PROVINCE.branchA2, PROVINCE.branchB1, PROVINCE.branchB2);
  private static final List<UUID> HOUSEHOLDS = Stream.generate(UUID::randomUUID).limit(6).toList();

  /** A history of loans and merges, told by numbers. */
  private static LendingWorld world(List<Integer> seeds) {
    var world = new LendingWorld();
    var banks = List.of(world.vbsp, world.agribank, world.lpbank);
    for (int seed : seeds) {
      var household = HOUSEHOLDS.get(seed % 6);
      var on = START.plusDays(seed % 300);
      var loan =
          world.lend(
              world.place(banks.get(seed / 7 % 3), UNITS.get(seed / 5 % 4), household), 100, on);
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

  private static LendingReport report(LendingWorld world, LocalDate asOf, LocalDate hierarchy) {
    var map = PROVINCE.facts().map();
    return new LendingReports(world.figures(), () -> map)
        .read()
        .report(
            new LendingQuery(
                hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
                asOf,
                hierarchy,
                UnitLevel.COMMUNE,
                asOf.minusDays(60),
                Selection.ALL,
                EnumSet.of(Dimension.BANK, Dimension.PROGRAMME)));
  }

  @Property(tries = 200)
  void the_total_is_the_same_under_every_map_and_no_more_than_its_rows_count(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var reports =
        Stream.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER)
            .map(hierarchy -> report(world, asOf, hierarchy))
            .toList();

    for (var report : reports) {
      assertThat(report.total()).isEqualTo(reports.getFirst().total());
      assertThat(report.rows().stream().mapToLong(r -> r.debt().outstanding()).sum())
          .isEqualTo(report.total().outstanding());
      assertThat(report.rows().stream().mapToLong(r -> r.debt().households()).sum())
          .isGreaterThanOrEqualTo(report.total().households());
    }
  }

  @Property(tries = 200)
  void households_of_the_banks_less_their_overlap_are_those_of_the_total(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    var report = report(world(seeds), START.plusDays(day), START.plusDays(day));
    long counted = report.byBank().stream().mapToLong(b -> b.debt().households()).sum();
    long again =
        report.overlap().stream().mapToLong(o -> (o.banks().size() - 1) * o.households()).sum();

    assertThat(counted - again).isEqualTo(report.total().households());
  }

  @Property(tries = 200)
  void the_movement_leads_from_the_opening_to_the_closing_balance(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var report = report(world, asOf, asOf);

    var movement = report.total().movement();
    assertThat(movement.moved()).as("nothing crosses the province's border").isZero();
    assertThat(movement.closing()).isEqualTo(report.total().outstanding());
    assertThat(movement.opening())
        .isEqualTo(report(world, asOf.minusDays(61), asOf).total().outstanding());
    assertThat(report.rows().stream().mapToLong(r -> r.debt().movement().moved()).sum()).isZero();
  }

  @Property(tries = 200)
  void a_remembered_report_is_what_would_be_made_anew(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 5_000) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 400) int day) {
    var world = world(seeds);
    var map = PROVINCE.facts().map();
    var figures = new LendingFigures();
    var reports = new LendingReports(figures, () -> map);
    var asOf = START.plusDays(day);
    var query =
        new LendingQuery("54", asOf, asOf, null, START, Selection.ALL, Set.of(Dimension.BANK));

    for (var told : world.told()) {
      LendingWorld.fold(figures, List.of(told));
      var anew = new LendingReports(figures, () -> map).read().report(query);
      assertThat(reports.read().report(query)).isEqualTo(anew);
    }
  }

  @Property(tries = 200)
  void few_and_many_households_are_counted_once(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 99_999) Integer> households,
      @ForAll @IntRange(min = 1, max = 40) int times) {
    var set = new NumberSet();
    for (int i = 0; i < times; i++) {
      households.forEach(set::add);
    }
    var told = new ArrayList<Integer>();
    set.forEach(told::add);

    assertThat(set.count()).isEqualTo(new HashSet<>(households).size());
    assertThat(told).containsExactlyInAnyOrderElementsOf(new HashSet<>(households));
  }

  @Property
  void the_steps_of_a_loan_add_up_in_whatever_order_they_come(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 209) Integer> seeds) {
    // given steps of three measures on ten days
    var measures = List.of(LoanMeasure.IN_TERM, LoanMeasure.OVERDUE, LoanMeasure.REPAID);
    var household = HOUSEHOLDS.getFirst();
    var place = new LendingWorld().place(household, household, household);
    var part = LoanPart.nothing(place, new PlaceNumbers(0, 0, 0, -1, 0));
    for (int seed : seeds) {
      part = part.plus(measures.get(seed % 3), START.plusDays(seed / 21), seed / 3 % 7 - 3);
    }

    // then
    for (int day = -1; day < 11; day++) {
      for (int m = 0; m < 3; m++) {
        int measure = m;
        int last = day;
        assertThat(part.balance(measures.get(m), START.plusDays(day)))
            .isEqualTo(
                seeds.stream()
                    .filter(seed -> seed % 3 == measure && seed / 21 <= last)
                    .mapToLong(seed -> seed / 3 % 7 - 3)
                    .sum());
      }
    }
    for (int i = 0; i < part.steps(); i++) {
      assertThat(part.delta(i)).as("a step that was taken back leaves no trace").isNotZero();
    }
  }

  @Property(tries = 1)
  void rows_are_read_as_they_were_written() {
    var view = new LendingView();
    var id = UUID.randomUUID();
    var place = new LoanPlace(id, id, id, List.of(UUID.randomUUID(), id), null, id, START);
    for (var row :
        List.of(
            new LendingRow.Step(id, START, place, LoanMeasure.IN_TERM),
            new LendingRow.Brought(id),
            new LendingRow.Merged(id, 3, START, id),
            new LendingRow.Merged(id, 4, START, null),
            new LendingRow.Ranked(id, 2, START, GroupRank.WEAK),
            new LendingRow.Ranked(id, 2, START, null),
            new LendingRow.Coded(Register.BANK, id, "A|B"),
            new LendingRow.Named(Register.PROGRAMME, id, 1, START, "Hộ nghèo | mới"),
            new LendingRow.Received(id, id, START, true, null),
            new LendingRow.Reconciled(id, 2),
            new LendingRow.Told(id, 2, Figure.DIFFERING_AMOUNT, DifferenceCause.LATE),
            new LendingRow.Told(id, 2, Figure.EQUAL, null),
            new LendingRow.Withdrawn(id))) {
      assertThat(view.read(view.write(row))).isEqualTo(row);
    }
  }
}
