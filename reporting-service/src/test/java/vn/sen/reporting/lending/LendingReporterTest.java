package vn.sen.reporting.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.StatementEvent.Differences;
import vn.sen.events.lending.StatementEvent.StatementReceived;
import vn.sen.events.lending.StatementEvent.StatementReconciled;
import vn.sen.events.lending.StatementEvent.StatementWithdrawn;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReport.BankOverlap;
import vn.sen.reporting.lending.LendingReport.DebtAtBank;
import vn.sen.reporting.lending.LendingReport.DebtOfUnit;
import vn.sen.reporting.lending.LoanLine.After;
import vn.sen.reporting.lending.StatementVariance.CausedDifference;
import vn.sen.reporting.lending.StatementVariance.StatementState;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.PeriodInvalid;

class LendingReporterTest {

  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);

  private final SmallProvince province = new SmallProvince();
  private final LendingWorld world = new LendingWorld();
  private final UUID lan = UUID.randomUUID();
  private final UUID hoa = UUID.randomUUID();

  private LendingReports.Reading reading() {
    var map = province.facts().map();
    return new LendingReports(world.figures(), () -> map).read();
  }

  private static LendingQuery on(LocalDate asOf) {
    return query(asOf, asOf, Selection.ALL);
  }

  private static LendingQuery query(LocalDate asOf, LocalDate hierarchy, Selection selection) {
    return new LendingQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.withDayOfYear(1),
        selection,
        EnumSet.of(Dimension.BANK, Dimension.PROGRAMME));
  }

  private Debt totalOn(LocalDate asOf) {
    return reading().report(on(asOf)).total();
  }

  @Nested
  class WhatIsOwed {

    @Test
    void isInTermOverdueAndFrozenOnAnyDate() {
      // given
      var loan = world.lend(world.place(world.vbsp, province.branchA1, lan), 50, MARCH);
      loan.moveToOverdue(20, JUNE);
      loan.repayOverdue(5, JUNE.plusDays(10));
      world.lend(world.place(world.vbsp, province.branchB1, hoa), 30, MARCH).freeze(30, JUNE);
      // then
      assertThat(totalOn(MARCH.minusDays(1)).outstanding()).isZero();
      assertThat(totalOn(MARCH).inTerm()).isEqualTo(80);
      assertThat(totalOn(OCTOBER))
          .returns(75L, Debt::outstanding)
          .returns(30L, Debt::inTerm)
          .returns(15L, Debt::overdue)
          .returns(30L, Debt::frozen)
          .returns(2L, Debt::loans)
          .returns(2L, Debt::households)
          .returns(new BigDecimal("20.00"), Debt::overduePercent);
    }

    @Test
    void followsAFactThatCameLateOnEveryDateFromItsOwnOn() {
      // given
      var loan = world.lend(world.place(world.vbsp, province.branchA1, lan), 50, MARCH);
      loan.moveToOverdue(20, JUNE);
      assertThat(totalOn(JUNE.minusDays(1)).outstanding()).isEqualTo(50);
      // when a repayment of May is told in the end
      loan.repay(10, LocalDate.of(2023, 5, 1));
      // then
      assertThat(totalOn(LocalDate.of(2023, 4, 30)).outstanding()).isEqualTo(50);
      assertThat(totalOn(JUNE.minusDays(1)).outstanding()).isEqualTo(40);
      assertThat(totalOn(OCTOBER)).returns(20L, Debt::inTerm).returns(20L, Debt::overdue);
    }

    @Test
    void movesByFlowsAndByWhatCrossesABorder() {
      // given
      var statement = UUID.randomUUID();
      var old = LocalDate.of(2022, 12, 31);
      world.takeOver(world.place(world.vbsp, province.branchA1, lan), 100, old, statement);
      var loan = world.lend(world.place(world.vbsp, province.branchA1, hoa), 40, MARCH);
      loan.repay(10, JUNE);
      // when
      loan.move(province.branchB1, LoanMeasure.IN_TERM, 30, JUNE.plusDays(1));
      // then the province sees no move, the communes do
      var report = reading().report(on(OCTOBER));
      assertThat(report.total().movement())
          .isEqualTo(new Debt.Movement(100, 0, 40, 10, 0, 0, 0, 130));
      assertThat(report.rows())
          .extracting(r -> r.debt().movement())
          .containsExactly(
              new Debt.Movement(100, 0, 40, 10, 0, 0, -30, 100),
              new Debt.Movement(0, 0, 0, 0, 0, 0, 30, 30));
    }

    @Test
    void isSummedUnderTheMapAskedFor() {
      // given
      world.lend(world.place(world.vbsp, province.branchA1, lan), 50, MARCH);
      world.lend(world.place(world.vbsp, province.branchB1, lan), 30, MARCH);
      world.lend(world.place(world.vbsp, province.branchB2, hoa), 20, MARCH);
      // then
      var split = reading().report(query(OCTOBER, SmallProvince.SPLIT, Selection.ALL));
      assertThat(split.rows())
          .extracting(
              DebtOfUnit::remainder, r -> r.debt().outstanding(), r -> r.debt().households())
          .containsExactly(tuple(false, 80L, 1L), tuple(false, 0L, 0L), tuple(true, 20L, 1L));
      var merged = reading().report(query(OCTOBER, SmallProvince.MERGER, Selection.ALL));
      assertThat(merged.total().households()).isEqualTo(2);
      assertThat(merged.rows()).singleElement().returns(100L, r -> r.debt().outstanding());
    }

    @Test
    void countsAsUnplacedWhatTheMapPlacesNowhere() {
      world.lend(world.place(world.vbsp, UUID.randomUUID(), lan), 50, MARCH);
      var report = reading().report(on(OCTOBER));
      assertThat(report.total().outstanding()).isZero();
      assertThat(report.unplaced()).isEqualTo(new LendingReport.UnplacedDebt(1, 1, 50));
    }
  }

  @Nested
  class Households {

    @Test
    void countOnceInEveryTotalAboveTheirLoans() {
      // given one household at two banks in two communes
      world.lend(world.place(world.vbsp, province.branchA1, lan), 50, MARCH);
      world.lend(world.place(world.agribank, province.branchB1, lan), 30, MARCH);
      world.lend(world.place(world.vbsp, province.branchB1, hoa), 20, MARCH);
      // then
      var report = reading().report(on(OCTOBER));
      assertThat(report.total().households()).isEqualTo(2);
      assertThat(report.rows()).extracting(r -> r.debt().households()).containsExactly(1L, 2L);
      assertThat(report.byBank())
          .extracting(b -> b.bank().code(), b -> b.debt().households())
          .containsExactly(tuple("AGRIBANK", 1L), tuple("VBSP", 2L));
      assertThat(report.overlap())
          .singleElement()
          .returns(1L, BankOverlap::households)
          .returns(
              List.of("AGRIBANK", "VBSP"), o -> o.banks().stream().map(Labelled::code).toList());
    }

    @Test
    void countAsOneFromTheDayOfTheirMergeToThatOfItsEnd() {
      // given
      world.lend(world.place(world.vbsp, province.branchA1, lan), 50, MARCH);
      world.lend(world.place(world.vbsp, province.branchB1, hoa), 20, MARCH);
      // when
      world.merge(hoa, lan, JUNE);
      world.unmerge(hoa, OCTOBER);
      // then
      assertThat(totalOn(JUNE.minusDays(1)).households()).isEqualTo(2);
      assertThat(totalOn(JUNE).households()).isEqualTo(1);
      assertThat(totalOn(OCTOBER.minusDays(1)).households()).isEqualTo(1);
      assertThat(totalOn(OCTOBER).households()).isEqualTo(2);
    }

    @Test
    void followChainsOfMergesAndTakeTheLastWord() {
      // given three households in a chain
      var third = UUID.randomUUID();
      for (var household : List.of(lan, hoa, third)) {
        world.lend(world.place(world.vbsp, province.branchA1, household), 50, MARCH);
      }
      world.merge(hoa, lan, JUNE);
      world.merge(third, hoa, JUNE);
      assertThat(totalOn(JUNE).households()).isEqualTo(1);
      // when a merge is taken back from before it began
      world.unmerge(hoa, MARCH);
      // then it never was
      assertThat(totalOn(JUNE).households()).isEqualTo(2);
    }
  }

  @Nested
  class Groups {

    private final UUID group = UUID.randomUUID();

    private long goodOn(LocalDate day) {
      var good = new Selection(null, null, GroupRank.GOOD);
      return reading().report(query(day, day, good)).total().outstanding();
    }

    @Test
    void areRankedByDateAndTheLaterWordForADayCounts() {
      // given
      world.lend(world.place(world.vbsp, world.water, province.branchA1, group, lan), 50, MARCH);
      world.lend(world.place(world.vbsp, province.branchA1, hoa), 7, MARCH);
      // when
      world.rank(group, GroupRank.WEAK, JUNE);
      world.rank(group, GroupRank.GOOD, JUNE);
      world.rank(group, GroupRank.FAIR, MARCH);
      world.close(group, OCTOBER);
      // then
      assertThat(goodOn(JUNE.minusDays(1))).isZero();
      assertThat(goodOn(JUNE)).isEqualTo(50);
      assertThat(goodOn(OCTOBER)).isZero();
    }

    @Test
    void divideWithTheOtherDimensions() {
      // given
      world.rank(group, GroupRank.GOOD, MARCH);
      world.lend(world.place(world.vbsp, world.water, province.branchA1, group, lan), 50, MARCH);
      world.lend(world.place(world.agribank, province.branchB1, lan), 7, MARCH);
      // when
      var all = EnumSet.allOf(Dimension.class);
      var report =
          reading()
              .report(
                  new LendingQuery(
                      "54", OCTOBER, OCTOBER, UnitLevel.COMMUNE, NEW_YEAR, Selection.ALL, all));
      // then
      assertThat(report.cells())
          .extracting(
              c -> c.bank().code(),
              c -> c.programme().code(),
              c -> c.groupRank(),
              c -> c.unit().code(),
              c -> c.debt().outstanding())
          .containsExactly(
              tuple("AGRIBANK", "POOR", null, "22024", 7L),
              tuple("VBSP", "WATER", GroupRank.GOOD, "22015", 50L));
      assertThat(report.byGroupRank())
          .extracting(r -> r.groupRank(), r -> r.debt().outstanding())
          .containsExactly(tuple(GroupRank.GOOD, 50L), tuple(null, 7L));
    }
  }

  @Nested
  class Selected {

    @Test
    void byBankAndProgramme() {
      world.lend(world.place(world.vbsp, province.branchA1, lan), 50, MARCH);
      world.lend(world.place(world.lpbank, province.branchA1, lan), 7, MARCH);
      var byCode = query(OCTOBER, OCTOBER, new Selection("LPBANK", "POOR", null));
      assertThat(reading().report(byCode).total().outstanding()).isEqualTo(7);
      var byId = query(OCTOBER, OCTOBER, new Selection(world.vbsp.toString(), null, null));
      assertThat(reading().report(byId).total().outstanding()).isEqualTo(50);
      var other = query(OCTOBER, OCTOBER, new Selection(null, "WATER", null));
      assertThat(reading().report(other).total().outstanding()).isZero();
    }

    @Test
    void andNamedAsOnTheDay() {
      world.lend(world.place(world.lpbank, province.branchA1, lan), 7, MARCH);
      assertThat(reading().report(on(OCTOBER)).byBank())
          .extracting(DebtAtBank::bank)
          .extracting(Labelled::name)
          .containsExactly("Bưu điện Liên Việt");
      assertThat(reading().report(on(LocalDate.of(2024, 7, 1))).byBank())
          .extracting(b -> b.bank().name())
          .containsExactly("Lộc Phát Việt Nam");
    }

    @Test
    void orRefused() {
      assertThatThrownBy(
              () -> reading().report(query(OCTOBER, OCTOBER, new Selection("ACB", null, null))))
          .isInstanceOf(BankUnknown.class);
      assertThatThrownBy(
              () -> reading().report(query(OCTOBER, OCTOBER, new Selection(null, "X", null))))
          .isInstanceOf(ProgrammeUnknown.class);
      assertThatThrownBy(
              () ->
                  reading()
                      .report(
                          new LendingQuery(
                              "54", MARCH, MARCH, null, JUNE, Selection.ALL, Set.of())))
          .isInstanceOf(PeriodInvalid.class);
    }
  }

  @Nested
  class OtherReports {

    @Test
    void ageOverdueFirstInFirstOutAcrossPlaces() {
      // given 30 overdue since March and 20 since September; 10 are paid, and it moves
      var loan = world.lend(world.place(world.vbsp, province.branchA1, lan), 100, NEW_YEAR);
      loan.moveToOverdue(30, MARCH);
      loan.moveToOverdue(20, LocalDate.of(2023, 9, 1));
      loan.repayOverdue(10, LocalDate.of(2023, 9, 15));
      loan.move(province.branchB1, LoanMeasure.OVERDUE, 40, LocalDate.of(2023, 10, 1));
      // when
      var ageing = reading().ageing(on(OCTOBER));
      // then
      assertThat(ageing.total().overdue()).isEqualTo(40);
      assertThat(ageing.total().buckets())
          .extracting(AgeingReport.AgeBucket::overdue)
          .containsExactly(20L, 0L, 20L, 0L);
      assertThat(ageing.rows()).extracting(r -> r.ageing().overdue()).containsExactly(0L, 40L);
    }

    @Test
    void tellWhatFallsDue() {
      world.lend(world.place(world.vbsp, province.branchA1, lan), 100, NEW_YEAR);
      var due = reading().maturities(on(LocalDate.of(2026, 4, 15)));
      assertThat(due.total().months().get(2).month()).isEqualTo(YearMonth.of(2026, 6));
      assertThat(due.total().months())
          .extracting(m -> m.due().principal())
          .startsWith(0L, 0L, 100L, 0L)
          .hasSize(12);
      assertThat(reading().maturities(on(OCTOBER)).total().later().principal()).isEqualTo(100);
      assertThat(reading().maturities(on(LendingWorld.DUE)).total().pastDue().loans()).isEqualTo(1);
    }

    @Test
    void listOverdueAndFrozenLoansPageByPage() {
      // given
      var first = world.lend(world.place(world.vbsp, province.branchA1, lan), 100, NEW_YEAR);
      first.moveToOverdue(30, MARCH);
      var second = world.lend(world.place(world.agribank, province.branchB1, hoa), 50, NEW_YEAR);
      second.moveToOverdue(50, JUNE);
      var third = world.lend(world.place(world.vbsp, province.branchB1, hoa), 9, NEW_YEAR);
      third.freeze(9, JUNE);
      // then
      var page = reading().loans(on(OCTOBER), LoanMeasure.OVERDUE, null, 1);
      assertThat(page)
          .singleElement()
          .returns(first.id, LoanLine::loan)
          .returns(MARCH, LoanLine::since)
          .returns("22015-CH01", l -> l.unit().code())
          .returns(70L, LoanLine::inTerm);
      After after = page.getFirst().place();
      assertThat(reading().loans(on(OCTOBER), LoanMeasure.OVERDUE, after, 9))
          .extracting(LoanLine::loan)
          .containsExactly(second.id);
      assertThat(reading().loans(on(OCTOBER), LoanMeasure.FROZEN, null, 9))
          .extracting(LoanLine::loan)
          .containsExactly(third.id);
    }

    @Test
    void compareStatementsWithTheFigures() {
      // given
      var wrong = UUID.randomUUID();
      var right = UUID.randomUUID();
      var stated = new ControlTotals(3, 2, 90);
      world.state(wrong, new StatementReceived(world.vbsp, false, OCTOBER, stated, null, OCTOBER));
      world.state(wrong, new StatementWithdrawn(world.vbsp, OCTOBER));
      world.state(right, new StatementReceived(world.vbsp, false, OCTOBER, stated, null, OCTOBER));
      world.state(
          right,
          new StatementReconciled(
              world.vbsp,
              OCTOBER,
              stated,
              new ControlTotals(2, 2, 100),
              1,
              0,
              0,
              List.of(new Differences(DifferenceCause.MISSING_UPDATE, 1, -10))));
      // then
      assertThat(reading().statements("VBSP"))
          .extracting(StatementVariance::statement, StatementVariance::state)
          .containsExactlyInAnyOrder(
              tuple(wrong, StatementState.WITHDRAWN), tuple(right, StatementState.RECONCILED));
      var compared =
          reading().statements(null).stream()
              .filter(s -> s.statement().equals(right))
              .findFirst()
              .orElseThrow();
      assertThat(compared.reconciliation().variance()).isEqualTo(new ControlTotals(1, 0, -10));
      assertThat(compared.reconciliation().differences())
          .containsExactly(new CausedDifference(DifferenceCause.MISSING_UPDATE, 1, -10));
      assertThat(reading().statements("AGRIBANK")).isEmpty();
    }
  }

  @Nested
  class Remembered {

    @Test
    void untilSomethingDatedWithinThemChanges() {
      // given
      var map = province.facts().map();
      var loan = world.lend(world.place(world.vbsp, province.branchA1, lan), 100, MARCH);
      var figures = world.figures();
      var reports = new LendingReports(figures, () -> map);
      var before = reports.read().report(on(JUNE));
      // when something of a later day is told
      LendingWorld.fold(figures, List.of(loan.repay(10, OCTOBER)));
      // then it is the same report
      assertThat(reports.read().report(on(JUNE))).isSameAs(before);
      // and when something of an earlier day is told
      LendingWorld.fold(figures, List.of(loan.repay(5, JUNE)));
      // then it is made anew
      assertThat(reports.read().report(on(JUNE)).total().outstanding()).isEqualTo(95);
    }
  }
}
