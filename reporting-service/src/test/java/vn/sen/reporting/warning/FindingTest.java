package vn.sen.reporting.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import vn.sen.events.reporting.WarningCause;
import vn.sen.events.reporting.WarningSide;

class FindingTest {

  private static final LocalDate DAY = LocalDate.of(2024, 12, 31);

  /** The figures of the day and of the twelve month ends before it; the day is number 12. */
  private static List<Point> months(IntToLongFunction numerator, IntToLongFunction denominator) {
    var days = WarningReports.days(DAY, 12);
    var points = new ArrayList<Point>();
    for (int i = 0; i < days.size(); i++) {
      points.add(new Point(days.get(i), numerator.applyAsLong(i), denominator.applyAsLong(i)));
    }
    return points;
  }

  private static Finding find(Terms terms, List<Point> points) {
    return Finding.of(terms, points, DAY);
  }

  @Test
  void aCommuneThatLosesMembersIsHeadingForTheThresholdOnADay() {
    // given 1000 women present and two members fewer each five days: 0.04 points a day
    var points =
        List.of(
            new Point(DAY.minusDays(200), 690, 1_000),
            new Point(DAY.minusDays(100), 650, 1_000),
            new Point(DAY, 610, 1_000));
    // when
    var found = find(TermsMother.gathering(), points);
    // then 1 point of room lasts 25 days, and on the next one the share is below
    assertThat(found.state()).isEqualTo(WarningState.HEADING);
    assertThat(found.projection().reachedOn()).isEqualTo(DAY.plusDays(26));
    assertThat(found.projection().horizon()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(found.projection().shareAtHorizon()).isEqualByComparingTo("46.40");
    assertThat(found.trend().sharePerYear()).isEqualByComparingTo("-14.60");
    assertThat(found.trend().numeratorPerYear()).isEqualTo(-146);
    assertThat(found.trend().denominatorPerYear()).isZero();
    assertThat(found.trend().shareChange()).isEqualByComparingTo("-8.00");
    assertThat(found.trend().byNumerator()).isEqualByComparingTo("-8.00");
    assertThat(found.trend().byDenominator()).isEqualByComparingTo("0");
    assertThat(found.trend().cause()).isEqualTo(WarningCause.NUMERATOR);
  }

  @Test
  void aCommuneThatMoreWomenMoveToIsHeadingBecauseOfTheDenominator() {
    var found = find(TermsMother.gathering(), months(_ -> 620, month -> 900 + 10L * month));
    assertThat(found.state()).isEqualTo(WarningState.HEADING);
    assertThat(found.trend().cause()).isEqualTo(WarningCause.DENOMINATOR);
    assertThat(found.trend().byNumerator()).isEqualByComparingTo("0");
    assertThat(found.trend().numeratorPerYear()).isZero();
    assertThat(found.trend().denominatorPerYear()).isEqualTo(120);
  }

  @Test
  void bothMoveWhereMembersLeaveAndWomenCome() {
    var found = find(TermsMother.gathering(), months(m -> 640 - 2L * m, m -> 976 + 2L * m));
    assertThat(found.state()).isEqualTo(WarningState.HEADING);
    assertThat(found.trend().cause()).isEqualTo(WarningCause.BOTH);
    var parts = found.trend().byNumerator().add(found.trend().byDenominator());
    assertThat(parts).isEqualByComparingTo(found.trend().shareChange());
  }

  @Test
  void aCommuneBelowTheThresholdIsUnderEvenIfItRecovers() {
    var found = find(TermsMother.gathering(), months(month -> 500 + 5L * month, _ -> 1_000));
    assertThat(found.state()).isEqualTo(WarningState.UNDER);
    assertThat(found.projection().reachedOn()).isNull();
    assertThat(found.trend().cause()).isEqualTo(WarningCause.NONE);
  }

  @Test
  void exactlyTheThresholdIsNotBelowIt() {
    var found = find(TermsMother.gathering(), months(_ -> 600, _ -> 1_000));
    assertThat(found.state()).isEqualTo(WarningState.OK);
    assertThat(found.now().share()).isEqualByComparingTo("60.00");
  }

  @Test
  void whatTheReportRoundsToTheThresholdIsNotBelowItEither() {
    // 59.996 % is 60.00 % in the membership report, which does not list the commune
    var found = find(TermsMother.gathering(), months(_ -> 59_996, _ -> 100_000));
    assertThat(found.state()).isEqualTo(WarningState.OK);
  }

  @Test
  void aSlowDeclineBeyondTheHorizonIsNoWarning() {
    var found = find(TermsMother.gathering(), months(month -> 712 - month, _ -> 1_000));
    assertThat(found.state()).isEqualTo(WarningState.OK);
    assertThat(found.projection().reachedOn()).isNull();
    assertThat(found.projection().shareAtHorizon())
        .isBetween(new BigDecimal("68.7"), new BigDecimal("68.9"));
  }

  @Test
  void debtIsWarnedOfAboveItsThreshold() {
    var overdue = TermsMother.rule(WarningSide.ABOVE, 200, 12, 12);
    var rising = find(overdue, months(month -> 60 + 10L * month, _ -> 10_000));
    assertThat(rising.state()).isEqualTo(WarningState.HEADING);
    assertThat(rising.trend().cause()).isEqualTo(WarningCause.NUMERATOR);
    var beyond = find(overdue, months(_ -> 201, _ -> 10_000));
    assertThat(beyond.state()).isEqualTo(WarningState.UNDER);
  }

  @Test
  void debtThatIsRepaidWhileOverdueStaysRaisesTheRatioByTheDenominator() {
    var overdue = TermsMother.rule(WarningSide.ABOVE, 200, 12, 12);
    var found = find(overdue, months(_ -> 150, month -> 10_000 - 150L * month));
    assertThat(found.state()).isEqualTo(WarningState.HEADING);
    assertThat(found.trend().cause()).isEqualTo(WarningCause.DENOMINATOR);
  }

  @Test
  void twoFiguresMakeNoTrend() {
    var points = List.of(new Point(DAY.minusDays(30), 900, 1_000), new Point(DAY, 610, 1_000));
    var found = find(TermsMother.gathering(), points);
    assertThat(found.state()).isEqualTo(WarningState.OK);
    assertThat(found.trend()).isNull();
    assertThat(found.projection()).isNull();
  }

  @Test
  void withoutAFigureOfTheDayThereIsNoData() {
    assertThat(find(TermsMother.gathering(), List.of()).state()).isEqualTo(WarningState.NO_DATA);
    var old = List.of(new Point(DAY.minusDays(1), 1, 2));
    assertThat(find(TermsMother.gathering(), old).state()).isEqualTo(WarningState.NO_DATA);
  }

  @Test
  void theDaysAreTheMonthEndsBeforeAndTheDayItself() {
    assertThat(WarningReports.days(LocalDate.of(2024, 3, 30), 3))
        .containsExactly(
            LocalDate.of(2023, 12, 31),
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 30));
  }

  @Test
  void aShareIsRoundedAsTheReportsDo() {
    assertThat(new Point(DAY, 2, 3).share()).isEqualTo(new BigDecimal("66.67"));
  }
}
