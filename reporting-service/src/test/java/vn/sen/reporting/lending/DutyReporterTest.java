package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.AgreementTerms.ProgrammeFee;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.DutyReport.Checks;
import vn.sen.reporting.lending.DutyReport.Fees;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.membership.SmallProvince;

class DutyReporterTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);

  private final SmallProvince province = new SmallProvince();
  private final LendingWorld world = new LendingWorld();
  private final UUID lan = UUID.randomUUID();
  private final UUID hoa = UUID.randomUUID();

  private LendingReports.Reading reading() {
    var map = province.facts().map();
    return new LendingReports(world.figures(), () -> map).read();
  }

  private DutyReport duties(LocalDate from, LocalDate asOf, LocalDate hierarchy) {
    return reading().duties(query(from, asOf, hierarchy, Selection.ALL));
  }

  private static LendingQuery query(
      LocalDate from, LocalDate asOf, LocalDate hierarchy, Selection selection) {
    return new LendingQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        from,
        selection,
        EnumSet.of(Dimension.BANK, Dimension.PROGRAMME));
  }

  private LendingWorld.Loan lend(UUID bank, UUID unit, UUID household) {
    return world.lend(world.place(bank, unit, household), 100, NEW_YEAR);
  }

  @Nested
  class ChecksOfTheUse {

    private Checks checks(LocalDate from, LocalDate asOf) {
      return duties(from, asOf, asOf).total().checks();
    }

    @Test
    void are_counted_on_any_date_with_how_long_they_have_been_late() {
      // given one done in time, one done late, and two that nobody did
      lend(world.vbsp, province.branchA1, lan).owesCheck(MARCH);
      var inTime = lend(world.vbsp, province.branchA1, hoa);
      inTime.owesCheck(MARCH);
      inTime.check(MARCH, MARCH.minusDays(1));
      var late = lend(world.vbsp, province.branchB1, hoa);
      late.owesCheck(MARCH);
      late.check(MARCH, JUNE);
      lend(world.vbsp, province.branchB1, lan).owesCheck(OCTOBER.minusDays(30));

      // then
      assertThat(checks(NEW_YEAR, MARCH)).isEqualTo(new Checks(0, 3, 1, 0, 0, 0, 2, 2, 0, 0, 2));
      assertThat(checks(NEW_YEAR, JUNE.minusDays(1)))
          .isEqualTo(new Checks(0, 3, 1, 0, 0, 0, 2, 0, 0, 2, 2));
      assertThat(checks(JUNE, OCTOBER)).isEqualTo(new Checks(2, 1, 0, 1, 0, 0, 2, 1, 0, 1, 2));
    }

    @Test
    void go_with_their_loan() {
      // given
      var loan = lend(world.vbsp, province.branchA1, lan);
      loan.owesCheck(MARCH);

      // when
      loan.move(province.branchB1, LoanMeasure.CHECKS_LATE, 1, JUNE);

      // then the province sees no move, the communes do, and it is no younger
      var report = duties(JUNE, OCTOBER, OCTOBER);
      assertThat(report.total().checks()).isEqualTo(new Checks(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1));
      assertThat(report.rows())
          .extracting(r -> r.duties().checks())
          .containsExactly(
              new Checks(1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0),
              new Checks(0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1));
    }

    @Test
    void are_summed_under_the_map_asked_for() {
      lend(world.vbsp, province.branchA1, lan).owesCheck(MARCH);
      lend(world.vbsp, province.branchB2, hoa).owesCheck(MARCH);
      lend(world.vbsp, UUID.randomUUID(), hoa).owesCheck(MARCH);

      var split = duties(NEW_YEAR, OCTOBER, SmallProvince.SPLIT);
      assertThat(split.rows())
          .extracting(DutyReport.DutiesOfUnit::remainder, r -> r.duties().checks().late())
          .containsExactly(tuple(false, 1L), tuple(false, 0L), tuple(true, 1L));
      assertThat(duties(NEW_YEAR, OCTOBER, SmallProvince.MERGER).total().checks().late())
          .isEqualTo(2);
      assertThat(split.unplaced().checks().late()).isEqualTo(1);
    }

    @Test
    void leave_no_trace_in_what_is_owed() {
      var loan = lend(world.vbsp, province.branchA1, lan);
      loan.repay(100, MARCH);
      loan.owesCheck(JUNE);

      var report = reading().report(query(JUNE, OCTOBER, OCTOBER, Selection.ALL));
      assertThat(report.byBank()).isEmpty();
    }
  }

  @Nested
  class FeesOfBanks {

    private Fees fees(LocalDate from, LocalDate asOf) {
      return duties(from, asOf, asOf).total().fees();
    }

    @Test
    void are_expected_by_the_terms_of_the_day_and_the_programme() {
      // given five percent, for clean water three; six and a half from June on
      world.agree(world.vbsp, 500, NEW_YEAR, new ProgrammeFee(world.water, 300));
      world.agree(world.vbsp, 650, JUNE);
      var poor = lend(world.vbsp, province.branchA1, lan);
      poor.payInterest(1_000, MARCH);
      poor.payInterest(1_000, JUNE);
      var place = world.place(world.vbsp, world.water, province.branchA1, null, hoa);
      world.lend(place, 100, NEW_YEAR).payInterest(1_000, MARCH);
      // and a bank with which nothing is agreed
      lend(world.agribank, province.branchA1, lan).payInterest(1_000, MARCH);

      // then
      var report = duties(NEW_YEAR, OCTOBER, OCTOBER);
      assertThat(report.total().fees()).isEqualTo(new Fees(4_000, 145, 0, -145));
      assertThat(report.byProgramme())
          .extracting(r -> r.programme().code(), r -> r.duties().fees().expected())
          .containsExactly(tuple("POOR", 115L), tuple("WATER", 30L));
      assertThat(report.byBank())
          .extracting(r -> r.bank().code(), r -> r.duties().fees().expected())
          .containsExactly(tuple("AGRIBANK", 0L), tuple("VBSP", 145L));
    }

    @Test
    void are_rounded_once() {
      world.agree(world.vbsp, 333, NEW_YEAR);
      lend(world.vbsp, province.branchA1, lan).payInterest(10, MARCH);
      lend(world.vbsp, province.branchB1, hoa).payInterest(10, MARCH);

      // a third of a đồng each
      var report = duties(NEW_YEAR, OCTOBER, OCTOBER);
      assertThat(report.rows())
          .extracting(r -> r.duties().fees().expected())
          .containsExactly(0L, 0L);
      assertThat(report.total().fees().expected()).isEqualTo(1);
    }

    @Test
    void terms_that_are_corrected_change_what_was_expected() {
      world.agree(world.vbsp, 500, NEW_YEAR);
      lend(world.vbsp, province.branchA1, lan).payInterest(1_000, MARCH);

      world.agree(world.vbsp, 600, NEW_YEAR);

      assertThat(fees(NEW_YEAR, OCTOBER).expected()).isEqualTo(60);
    }

    @Test
    void are_received_for_a_month_from_the_day_of_payment_on() {
      // given
      world.agree(world.vbsp, 500, NEW_YEAR);
      lend(world.vbsp, province.branchA1, lan).payInterest(1_000, MARCH);
      var march = YearMonth.of(2023, 3);
      var payment = world.pay(world.vbsp, province.communeA, march, 40, LocalDate.of(2023, 4, 10));

      // then
      assertThat(fees(NEW_YEAR, LocalDate.of(2023, 4, 9))).isEqualTo(new Fees(1_000, 50, 0, -50));
      assertThat(fees(NEW_YEAR, LocalDate.of(2023, 4, 10))).isEqualTo(new Fees(1_000, 50, 40, -10));
      assertThat(fees(LocalDate.of(2023, 4, 1), OCTOBER)).isEqualTo(new Fees(0, 0, 0, 0));

      // when the officer corrects it
      world.correct(payment, 50);

      // then
      var report = duties(MARCH, LocalDate.of(2023, 4, 30), OCTOBER);
      assertThat(report.months())
          .extracting(DutyReport.FeeOfMonth::month, DutyReport.FeeOfMonth::fees)
          .containsExactly(
              tuple(march, new Fees(1_000, 50, 50, 0)),
              tuple(YearMonth.of(2023, 4), new Fees(0, 0, 0, 0)));
      assertThat(report.rows())
          .extracting(r -> r.duties().fees().received())
          .containsExactly(50L, 0L);
      // and what was paid in one sum belongs to no programme
      assertThat(report.byProgramme())
          .extracting(DutyReport.DutiesInProgramme::programme, r -> r.duties().fees().received())
          .contains(tuple(null, 50L));
      assertThat(report.cells()).hasSize(2);
    }

    @Test
    void are_asked_for_by_bank_and_programme_and_by_no_rank() {
      world.agree(world.vbsp, 500, NEW_YEAR);
      world.pay(world.vbsp, province.communeA, YearMonth.of(2023, 3), 40, JUNE);
      world.pay(world.agribank, province.communeA, YearMonth.of(2023, 3), 7, JUNE);

      var agribank = new Selection("AGRIBANK", null, null);
      assertThat(
              reading()
                  .duties(query(NEW_YEAR, OCTOBER, OCTOBER, agribank))
                  .total()
                  .fees()
                  .received())
          .isEqualTo(7);
      var byRank =
          new LendingQuery(
              "54", OCTOBER, OCTOBER, null, NEW_YEAR, Selection.ALL, Set.of(Dimension.GROUP_RANK));
      assertThatThrownBy(() -> reading().duties(byRank)).isInstanceOf(RankNotOfDuties.class);
    }
  }

  @Nested
  class GroupsOutsideTheirBounds {

    private final UUID group = UUID.randomUUID();

    private List<GroupLine> outside(LocalDate asOf) {
      return reading().groupsOutsideBounds(query(asOf, asOf, asOf, Selection.ALL), null, 10);
    }

    private LendingWorld.Loan lendInGroup(UUID household, LocalDate on) {
      return world.lend(
          world.place(world.vbsp, world.poor, province.branchA1, group, household), 100, on);
    }

    @Test
    void have_fewer_or_more_borrowers_than_agreed_on_the_day() {
      // given groups of two to three
      world.agree(world.vbsp, 0, NEW_YEAR);
      world.found(group, world.vbsp, province.branchA1, NEW_YEAR);
      lendInGroup(lan, NEW_YEAR);
      lendInGroup(lan, NEW_YEAR);
      lendInGroup(hoa, MARCH).repay(100, JUNE);

      // then
      assertThat(outside(MARCH.minusDays(1)))
          .singleElement()
          .returns(group, GroupLine::group)
          .returns("22015-CH01", line -> line.unit().code())
          .returns("VBSP", line -> line.bank().code())
          .returns(1, GroupLine::borrowers)
          .returns(2, GroupLine::fewest);
      assertThat(outside(MARCH)).isEmpty();
      assertThat(outside(JUNE)).extracting(GroupLine::borrowers).containsExactly(1);
      assertThat(outside(NEW_YEAR.minusDays(1))).isEmpty();
    }

    @Test
    void count_a_merged_household_once_and_are_gone_when_closed() {
      world.agree(world.vbsp, 0, NEW_YEAR);
      world.found(group, world.vbsp, province.branchA1, NEW_YEAR);
      lendInGroup(lan, NEW_YEAR);
      lendInGroup(hoa, NEW_YEAR);
      assertThat(outside(JUNE)).isEmpty();

      world.merge(hoa, lan, MARCH);
      assertThat(outside(JUNE)).hasSize(1);

      world.close(group, JUNE);
      assertThat(outside(JUNE)).isEmpty();
      assertThat(outside(JUNE.minusDays(1))).hasSize(1);
    }

    @Test
    void have_none_where_nothing_is_agreed() {
      world.found(group, world.vbsp, province.branchA1, NEW_YEAR);

      assertThat(outside(JUNE)).isEmpty();
    }
  }
}
