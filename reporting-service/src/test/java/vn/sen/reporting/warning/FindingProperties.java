package vn.sen.reporting.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.sen.events.reporting.WarningCause;
import vn.sen.events.reporting.WarningSide;

class FindingProperties {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 15);

  private record Parts(long numerator, long denominator) {}

  @Provide
  Arbitrary<List<Parts>> histories() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 2_000), Arbitraries.longs().between(1, 2_000))
        .as(Parts::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(13);
  }

  @Provide
  Arbitrary<Terms> rules() {
    return Combinators.combine(
            Arbitraries.of(WarningSide.class),
            Arbitraries.longs().between(0, 10_000),
            Arbitraries.integers().between(1, 24))
        .as((side, threshold, horizon) -> TermsMother.rule(side, threshold, horizon, 12));
  }

  private static List<Point> points(List<Parts> history) {
    var days = WarningReports.days(DAY, history.size() - 1);
    var points = new ArrayList<Point>();
    for (int i = 0; i < history.size(); i++) {
      points.add(new Point(days.get(i), history.get(i).numerator(), history.get(i).denominator()));
    }
    return points;
  }

  private static Finding find(Terms terms, List<Point> points) {
    return Finding.of(terms, points, DAY);
  }

  @Property
  void aConstantRateNeverHeadsAnywhere(
      @ForAll("rules") Terms terms,
      @ForAll @LongRange(max = 50) long numerator,
      @ForAll @LongRange(min = 1, max = 50) long denominator,
      @ForAll List<@IntRange(min = 1, max = 1_000) Integer> sizes) {
    // given communes that grow and shrink, and members with them
    var history =
        sizes.stream().map(size -> new Parts(numerator * size, denominator * size)).toList();
    if (history.isEmpty()) {
      return;
    }
    var found = find(terms, points(history));
    assertThat(found.state()).isIn(WarningState.OK, WarningState.UNDER);
    assertThat(found.projection() == null || found.projection().reachedOn() == null).isTrue();
  }

  @Property
  void whereOnlyDenominatorsMoveTheyAreTheCauseOrThereIsNone(
      @ForAll("rules") Terms terms,
      @ForAll("histories") List<Parts> history,
      @ForAll @LongRange(max = 2_000) long members) {
    var steady = history.stream().map(one -> new Parts(members, one.denominator())).toList();
    var trend = find(terms, points(steady)).trend();
    assertThat(trend.cause()).isIn(WarningCause.DENOMINATOR, WarningCause.NONE);
    assertThat(trend.byNumerator()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Property
  void whereOnlyNumeratorsMoveTheyAreTheCauseOrThereIsNone(
      @ForAll("rules") Terms terms,
      @ForAll("histories") List<Parts> history,
      @ForAll @LongRange(min = 1, max = 2_000) long women) {
    var steady = history.stream().map(one -> new Parts(one.numerator(), women)).toList();
    var trend = find(terms, points(steady)).trend();
    assertThat(trend.cause()).isIn(WarningCause.NUMERATOR, WarningCause.NONE);
    assertThat(trend.byDenominator()).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Property
  void thePartsOfAChangeAddUpToIt(
      @ForAll("rules") Terms terms, @ForAll("histories") List<Parts> history) {
    var trend = find(terms, points(history)).trend();
    assertThat(trend.byNumerator().add(trend.byDenominator()))
        .isEqualByComparingTo(trend.shareChange());
  }

  @Property
  void theDayItIsReachedIsTheFirstBeyondTheThreshold(
      @ForAll("rules") Terms terms, @ForAll("histories") List<Parts> history) {
    var points = points(history);
    var found = find(terms, points);
    if (found.state() != WarningState.HEADING) {
      return;
    }
    var reached = found.projection().reachedOn();
    assertThat(reached).isAfter(DAY).isBeforeOrEqualTo(found.projection().horizon());
    assertThat(roomOn(reached, points, terms)).isNegative();
    assertThat(roomOn(reached.minusDays(1), points, terms)).isNotNegative();
  }

  /** What is left of the way to the threshold on a day, times the run of the pace: exact. */
  private static BigDecimal roomOn(LocalDate day, List<Point> points, Terms terms) {
    var pace = Pace.of(points, Point::fineShare);
    var moved = terms.towards(pace.rise()).multiply(BigDecimal.valueOf(days(day)));
    return terms.room(points.getLast().share()).multiply(pace.run()).subtract(moved);
  }

  private static long days(LocalDate day) {
    return day.toEpochDay() - DAY.toEpochDay();
  }

  @Property
  void lookingFurtherAheadNeverLosesAWarning(
      @ForAll("rules") Terms terms,
      @ForAll("histories") List<Parts> history,
      @ForAll @IntRange(min = 1, max = 24) int more) {
    var further =
        TermsMother.rule(terms.side(), terms.threshold(), terms.horizonMonths() + more, 12);
    var near = find(terms, points(history));
    var far = find(further, points(history));
    if (near.state() != WarningState.OK) {
      assertThat(far.state()).isEqualTo(near.state());
    }
  }

  @Property
  void onlyTheOtherSideOfTheThresholdIsTheOppositeWarning(
      @ForAll("rules") Terms terms, @ForAll("histories") List<Parts> history) {
    var mirrored =
        TermsMother.rule(
            terms.side() == WarningSide.BELOW ? WarningSide.ABOVE : WarningSide.BELOW,
            terms.threshold(),
            terms.horizonMonths(),
            12);
    var one = find(terms, points(history)).state();
    var other = find(mirrored, points(history)).state();
    assertThat(one == WarningState.UNDER && other == WarningState.UNDER).isFalse();
    assertThat(one == WarningState.HEADING && other == WarningState.HEADING).isFalse();
  }
}
