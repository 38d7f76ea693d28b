package vn.sen.reporting.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.reporting.WarningCause;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.indicator.Indicators;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.voice.VoiceWorld;
import vn.sen.reporting.warning.WarningReport.Counts;
import vn.sen.reporting.warning.WarningReport.RuleFindings;
import vn.sen.reporting.warning.WarningReport.UnitFinding;

class WarningReportsTest {

  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  private static final LocalDate ON_LAST_MAP = LocalDate.of(2025, 8, 1);

  private final SmallProvince province = new SmallProvince();
  private final LendingWorld loans = new LendingWorld();
  private final VoiceWorld voices = new VoiceWorld();

  private static Terms terms(WatchedFigure figure, WarningSide side, long threshold) {
    return new Terms(
        TermsMother.START, true, figure, UnitLevel.COMMUNE, side, threshold, 12, 6, "a paper");
  }

  private static final List<Rule> RULES =
      List.of(
          rule("gathering", terms(WatchedFigure.GATHERING_RATE, WarningSide.BELOW, 6_000)),
          rule("overdue", terms(WatchedFigure.OVERDUE_RATIO, WarningSide.ABOVE, 200)),
          rule("checks", terms(WatchedFigure.CHECKS_IN_TIME, WarningSide.BELOW, 9_000)),
          rule("answers", terms(WatchedFigure.ANSWERS_IN_TIME, WarningSide.BELOW, 8_000)));

  private static Rule rule(String code, Terms terms) {
    return new Rule(code, List.of(terms));
  }

  private RuleFindings found(String rule, String unit, LocalDate asOf, LocalDate hierarchy) {
    return report(new WarningQuery(unit, asOf, hierarchy, rule)).rules().getFirst();
  }

  private WarningReport report(WarningQuery query) {
    return new WarningReports(BooksMother.of(province, loans, voices)).read().report(query, RULES);
  }

  private static UnitFinding unit(RuleFindings found, String code) {
    return found.units().stream()
        .filter(one -> one.unit().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhichCommunesAreUnderAndWhichAreHeadingThere() {
    // given a commune far under, and one that somebody has left in June
    var found = found("gathering", "54", OCTOBER, OCTOBER);
    assertThat(found.counts()).isEqualTo(new Counts(1, 1, 0, 0));
    assertThat(found.units().getFirst().unit().code()).isEqualTo("22024");
    var under = unit(found, "22024");
    assertThat(under.state()).isEqualTo(WarningState.UNDER);
    assertThat(under.numerator()).isEqualTo(12);
    assertThat(under.denominator()).isEqualTo(40);
    assertThat(under.share()).isEqualByComparingTo("30.00");
    assertThat(under.points()).hasSize(7);
    assertThat(unit(found, "22015").state()).isEqualTo(WarningState.HEADING);
    assertThat(unit(found, "22015").share()).isEqualByComparingTo("64.00");
  }

  @Test
  void tellsWhichAreHeadingThereAsMembersLeave() {
    province.leave(UUID.randomUUID(), province.branchA2, LocalDate.of(2023, 7, 15));
    province.leave(UUID.randomUUID(), province.branchA2, LocalDate.of(2023, 8, 15));
    var heading = unit(found("gathering", "54", OCTOBER, OCTOBER), "22015");
    assertThat(heading.state()).isEqualTo(WarningState.HEADING);
    assertThat(heading.share()).isEqualByComparingTo("60.00");
    assertThat(heading.projection().reachedOn()).isEqualTo(OCTOBER.plusDays(1));
    assertThat(heading.trend().cause()).isEqualTo(WarningCause.NUMERATOR);
  }

  @Test
  void tellsThatMoreWomenHaveComeWhereMembersStayed() {
    province.present(province.communeA, 53, LocalDate.of(2023, 9, 1));
    var heading = unit(found("gathering", "22015", OCTOBER, OCTOBER), "22015");
    assertThat(heading.state()).isEqualTo(WarningState.HEADING);
    assertThat(heading.trend().byDenominator()).isLessThan(heading.trend().byNumerator());
    assertThat(heading.trend().denominatorPerYear()).isPositive();
  }

  @Test
  void knowsNothingOfAUnitWithoutADenominatorOnTheMap() {
    var found = found("gathering", "66", OCTOBER, ON_LAST_MAP);
    assertThat(found.counts()).isEqualTo(new Counts(0, 0, 0, 1));
    assertThat(found.units().getFirst().share()).isNull();
  }

  @Test
  void warnsOfOverdueDebtAboveItsThreshold() {
    var loan =
        loans.lend(
            loans.place(loans.vbsp, province.branchA1, UUID.randomUUID()),
            10_000_000,
            LocalDate.of(2022, 1, 1));
    loan.moveToOverdue(300_000, LocalDate.of(2023, 9, 30));
    var found = found("overdue", "54", OCTOBER, OCTOBER);
    assertThat(unit(found, "22015").state()).isEqualTo(WarningState.UNDER);
    assertThat(unit(found, "22015").share()).isEqualByComparingTo("3.00");
    assertThat(unit(found, "22015").trend().cause()).isEqualTo(WarningCause.NUMERATOR);
    assertThat(unit(found, "22024").state()).isEqualTo(WarningState.NO_DATA);
  }

  @Test
  void warnsOfChecksThatAreNotDoneInTime() {
    var loan =
        loans.lend(
            loans.place(loans.vbsp, province.branchA1, UUID.randomUUID()),
            10_000_000,
            LocalDate.of(2022, 1, 1));
    var june = LocalDate.of(2023, 6, 30);
    loan.owesCheck(june);
    loan.check(june, june.minusDays(3));
    loan.owesCheck(june.plusMonths(1));
    var late = unit(found("checks", "54", OCTOBER, OCTOBER), "22015");
    assertThat(late.state()).isEqualTo(WarningState.UNDER);
    assertThat(late.numerator()).isEqualTo(1);
    assertThat(late.denominator()).isEqualTo(2);
  }

  @Test
  void warnsOfWhoDoesNotAnswerInTime() {
    var march = LocalDate.of(2023, 3, 1);
    voices.raise(province.branchA1, VoiceKind.NEED, "LAND", march).answer(march.plusDays(3));
    voices.raise(province.branchA1, VoiceKind.NEED, "LAND", march);
    var found = unit(found("answers", "54", OCTOBER, OCTOBER), "22015");
    assertThat(found.state()).isEqualTo(WarningState.UNDER);
    assertThat(found.share()).isEqualByComparingTo("50.00");
  }

  @Test
  void hasNothingToSayBelowTheLevelThatARuleWatches() {
    assertThat(found("gathering", "22015-CH01", OCTOBER, OCTOBER).units()).isEmpty();
  }

  @Test
  void appliesTheRulesOfTheDayOnly() {
    var before = TermsMother.START.minusDays(1);
    assertThat(report(new WarningQuery("54", before, OCTOBER, null)).rules()).isEmpty();
    assertThat(report(new WarningQuery("54", OCTOBER, OCTOBER, null)).rules())
        .extracting(RuleFindings::rule)
        .containsExactly("answers", "checks", "gathering", "overdue");
  }

  @Test
  void namesTheRuleThatThereIsNot() {
    assertThatThrownBy(() -> report(new WarningQuery("54", OCTOBER, OCTOBER, "songs")))
        .isInstanceOf(WarningRuleUnknown.class);
  }

  @Test
  void namesWhatItWatchesByTheDictionary() {
    var dictionary = Indicators.ofThisRelease();
    for (var found : report(new WarningQuery("54", OCTOBER, OCTOBER, null)).rules()) {
      assertThat(dictionary.indicator(found.indicator()).unit().name()).isEqualTo("PERCENT");
      assertThat(dictionary.indicator(found.numerator()).unit())
          .isEqualTo(dictionary.indicator(found.denominator()).unit());
    }
  }

  @Test
  void showsTheUnitAsItIsCalledOnTheMap() {
    var unit = report(new WarningQuery("66", OCTOBER, ON_LAST_MAP, null)).unit();
    assertThat(unit).extracting(Unit::name).isEqualTo("Tỉnh Đắk Lắk");
  }
}
