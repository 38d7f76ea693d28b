package vn.sen.reporting.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.Serving;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.DomainEvent;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.StatementEvent.StatementReceived;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.completeness.CompletenessReport.UnitCompleteness;
import vn.sen.reporting.completeness.Deadlines.Deadline;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.ProvinceTime;
import vn.sen.reporting.voice.VoiceWorld;

class CompletenessReporterTest {

  private static final YearMonth MARCH = YearMonth.of(2023, 3);
  private static final LocalDate THIRD = MARCH.atDay(3);
  private static final LocalDate DEADLINE = LocalDate.of(2023, 4, 5);
  private static final Deadlines DEADLINES =
      new Deadlines(
          List.of(
              new Deadline(YearMonth.of(2000, 1), 5, "a paper"),
              new Deadline(YearMonth.of(2024, 1), 31, "another paper")));

  private final SmallProvince province = new SmallProvince();
  private final LendingWorld loans = new LendingWorld();
  private final VoiceWorld voices = new VoiceWorld();
  private final CompletenessView view = new CompletenessView();
  private final CompletenessFigures figures = new CompletenessFigures();

  /** An event is recorded at noon of a day. */
  private void record(DomainEvent event, UUID aggregate, LocalDate on) {
    assertThat(view.wants()).contains(event.getClass());
    var noon = on.atTime(LocalTime.NOON).atZone(ProvinceTime.ZONE).toInstant().toEpochMilli();
    view.fold(event, new RecordMeta(aggregate, 1, noon), figures);
    figures.publish(ViewPosition.NONE);
  }

  private void raise(UUID branch, LocalDate raised, LocalDate recorded) {
    voices.raise(branch, VoiceKind.NEED, "LAND", raised);
    var told = voices.told().getLast();
    record(told.event(), told.aggregate(), recorded);
  }

  private CompletenessReport report(YearMonth from, YearMonth until, @Nullable UnitLevel level) {
    return report("54", from, until, until.atEndOfMonth(), level);
  }

  private CompletenessReport report(
      String unit,
      YearMonth from,
      YearMonth until,
      LocalDate hierarchy,
      @Nullable UnitLevel level) {
    return reports().read().report(new CompletenessQuery(unit, from, until, hierarchy, level));
  }

  private CompletenessReports reports() {
    var map = province.facts().map();
    var lending = new LendingReports(loans.figures(), () -> map);
    return new CompletenessReports(Serving.only(figures), lending, () -> map, DEADLINES);
  }

  private static UnitCompleteness row(CompletenessReport report, String code) {
    return report.rows().stream()
        .filter(row -> row.unit() != null && row.unit().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Entered of(UnitCompleteness row, DataKind kind) {
    return row.kinds().stream()
        .filter(one -> one.kind() == kind)
        .findFirst()
        .orElseThrow()
        .entered();
  }

  @Test
  void tellsWhatWasEnteredByTheDeadlineAndWhatLater() {
    // given
    raise(province.branchA1, THIRD, THIRD);
    raise(province.branchA1, THIRD, DEADLINE);
    raise(province.branchA2, THIRD, DEADLINE.plusDays(1));
    // when
    var report = report(MARCH, MARCH, UnitLevel.COMMUNE);
    // then
    assertThat(report.months()).isEqualTo(1);
    assertThat(report.deadlines()).containsExactly(DEADLINE);
    assertThat(of(row(report, "22015"), DataKind.VOICES))
        .isEqualTo(new Entered(3, 2, 1, 1, DEADLINE.plusDays(1)));
    assertThat(row(report, "22015").missing()).doesNotContain(DataKind.VOICES);
  }

  @Test
  void tellsWhatHadBeenEnteredByTheEndOfADay() {
    // given entries of several days, and a loan that nobody knew of then
    raise(province.branchA1, THIRD, THIRD);
    raise(province.branchA1, THIRD, DEADLINE);
    raise(province.branchA2, THIRD, DEADLINE.plusDays(1));
    loans.lend(loans.place(loans.vbsp, province.branchA1, UUID.randomUUID()), 5_000_000, THIRD);
    var none = new LendingReports(new LendingWorld().figures(), () -> province.facts().map());
    // when it is asked for as it was known on the day of the deadline
    var query = new CompletenessQuery("54", MARCH, MARCH, THIRD, UnitLevel.COMMUNE);
    var then = reports().asKnownAt(DEADLINE, none).read().report(query);
    // then
    assertThat(of(row(then, "22015"), DataKind.VOICES))
        .isEqualTo(new Entered(2, 2, 0, 1, DEADLINE));
    assertThat(then.banks()).isEmpty();
    assertThat(report(MARCH, MARCH, UnitLevel.COMMUNE).banks()).hasSize(1);
  }

  @Test
  void showsUnitsThatHaveEnteredNothingAsMissing() {
    raise(province.branchA1, THIRD, THIRD);
    var silent = row(report(MARCH, MARCH, UnitLevel.COMMUNE), "22024");
    assertThat(of(silent, DataKind.VOICES)).isEqualTo(new Entered(0, 0, 0, 0, null));
    assertThat(silent.missing())
        .contains(DataKind.VOICES, DataKind.MEMBERS, DataKind.MEETINGS, DataKind.USE_CHECKS)
        .doesNotContain(DataKind.LOANS, DataKind.STATEMENTS);
  }

  @Test
  void tellsForHowManyMonthsSomethingWasEntered() {
    raise(province.branchA1, THIRD, THIRD);
    raise(province.branchA1, THIRD.plusMonths(2), THIRD.plusMonths(2));
    var report = report(MARCH, MARCH.plusMonths(3), UnitLevel.COMMUNE);
    assertThat(report.months()).isEqualTo(4);
    assertThat(of(row(report, "22015"), DataKind.VOICES).months()).isEqualTo(2);
  }

  @Test
  void countsMembersOnceAtEachUnitAndWomenAtTheirs() {
    var from = province.branchA1;
    var moved = province.transfer(UUID.randomUUID(), from, province.branchB1, THIRD);
    record(moved.event(), moved.aggregate(), THIRD);
    var women = province.present(province.communeB, 41, THIRD);
    record(women.event(), women.aggregate(), DEADLINE.plusDays(9));
    var report = report(MARCH, MARCH, UnitLevel.COMMUNE);
    assertThat(of(row(report, "22015"), DataKind.MEMBERS).entered()).isEqualTo(1);
    assertThat(of(row(report, "22024"), DataKind.MEMBERS).entered()).isEqualTo(1);
    assertThat(of(row(report, "22024"), DataKind.WOMEN).late()).isEqualTo(1);
  }

  @Test
  void tellsOfEachBankThatLendsHereWhatItHasTold() {
    // given a loan of a bank that tells, and one of a bank that does not
    var year = LocalDate.of(2022, 1, 1);
    var told =
        loans.lend(loans.place(loans.vbsp, province.branchA1, UUID.randomUUID()), 5_000_000, year);
    loans.lend(loans.place(loans.agribank, province.branchB1, UUID.randomUUID()), 3_000_000, year);
    var repaid = told.repay(100_000, THIRD);
    record(repaid.event(), repaid.aggregate(), THIRD);
    record(
        new StatementReceived(
            loans.vbsp,
            false,
            MARCH.atEndOfMonth(),
            new ControlTotals(1, 1, 4_900_000),
            null,
            THIRD),
        UUID.randomUUID(),
        DEADLINE.plusDays(3));
    // when
    var banks = report(MARCH, MARCH, UnitLevel.COMMUNE).banks();
    // then
    assertThat(banks).extracting(bank -> bank.bank().code()).containsExactly("AGRIBANK", "VBSP");
    assertThat(banks.getFirst().updates().entered()).isZero();
    assertThat(banks.getFirst().statements().entered()).isZero();
    assertThat(banks.getLast().updates()).isEqualTo(new Entered(1, 1, 0, 1, THIRD));
    assertThat(banks.getLast().statements())
        .isEqualTo(new Entered(1, 0, 1, 1, DEADLINE.plusDays(3)));
  }

  @Test
  void doesNotCountWhatProcessesAddByThemselves() {
    var loan =
        loans.lend(
            loans.place(loans.vbsp, province.branchA1, UUID.randomUUID()),
            5_000_000,
            LocalDate.of(2022, 1, 1));
    assertThat(view.wants()).doesNotContain(loan.owesCheck(THIRD).event().getClass());
  }

  @Test
  void takesWhatIsRecordedYearsLaterForHistory() {
    raise(province.branchA1, THIRD, THIRD.plusYears(5));
    raise(province.branchA1, THIRD, THIRD.plusYears(5).plusMonths(1));
    var report = report(MARCH, MARCH, UnitLevel.COMMUNE);
    assertThat(of(row(report, "22015"), DataKind.VOICES).entered()).isEqualTo(1);
  }

  @Test
  void followsTheMapAskedFor() {
    raise(province.branchA1, THIRD, THIRD);
    raise(province.branchB2, THIRD, THIRD);
    var onLastMap = report("66", MARCH, MARCH, LocalDate.of(2025, 8, 1), UnitLevel.COMMUNE);
    assertThat(of(row(onLastMap, "22015"), DataKind.VOICES).entered()).isEqualTo(2);
    var split = report("54", MARCH, MARCH, LocalDate.of(2024, 12, 1), UnitLevel.COMMUNE);
    assertThat(split.rows().getLast().remainder()).isTrue();
    assertThat(of(split.rows().getLast(), DataKind.VOICES).entered()).isEqualTo(1);
  }

  @Test
  void knowsTheDeadlineOfEachMonth() {
    assertThat(DEADLINES.of(YearMonth.of(2023, 12))).isEqualTo(LocalDate.of(2024, 1, 5));
    assertThat(DEADLINES.of(YearMonth.of(2024, 1))).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThatThrownBy(() -> new Deadlines(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAPeriodThatIsTurnedRound() {
    assertThatThrownBy(() -> report(MARCH, MARCH.minusMonths(1), null))
        .isInstanceOf(MonthsTurnedRound.class);
  }

  @Test
  void hasFewRowsForWhatIsEnteredInTime() {
    // given a year in which each branch enters something each working day, the same evening
    var rows = new HashSet<CompletenessRow>();
    var branches =
        List.of(province.branchA1, province.branchA2, province.branchB1, province.branchB2);
    for (var day = LocalDate.of(2023, 1, 1); day.getYear() == 2023; day = day.plusDays(1)) {
      for (var branch : branches) {
        voices.raise(branch, VoiceKind.NEED, "LAND", day);
        var told = voices.told().getLast();
        var noon = day.atTime(LocalTime.NOON).atZone(ProvinceTime.ZONE).toInstant().toEpochMilli();
        var own = new ArrayList<CompletenessRow>();
        view.fold(told.event(), new RecordMeta(told.aggregate(), 1, noon), (r, _) -> own.add(r));
        rows.addAll(own);
      }
    }
    // then there is one for each branch and day, however much is entered on it
    assertThat(rows).hasSize(365 * branches.size());
  }

  @Test
  void readsItsRowsAgain() {
    var row = new CompletenessRow(DataKind.STATEMENTS, null, loans.vbsp, MARCH, THIRD);
    assertThat(view.read(view.write(row))).isEqualTo(row);
    var other = new CompletenessRow(DataKind.VOICES, province.branchA1, null, MARCH, THIRD);
    assertThat(view.read(view.write(other))).isEqualTo(other);
    assertThatThrownBy(() -> view.read("song")).isInstanceOf(IllegalArgumentException.class);
  }
}
