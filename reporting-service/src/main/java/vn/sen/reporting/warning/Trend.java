package vn.sen.reporting.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.sen.events.reporting.WarningCause;

/**
 * Where a share is going, and why. Shares are in percent, paces for 365 days.
 *
 * @param from the first day that it is taken from
 * @param until the last
 * @param sharePerYear percentage points, with two decimals
 * @param numeratorPerYear how the numerator moves, to the whole
 * @param denominatorPerYear how the denominator moves, to the whole
 * @param shareChange from the first day to the last, in percentage points with two decimals
 * @param byNumerator of the change, what would have come about had only the numerator moved
 *     (averaged over both denominators)
 * @param byDenominator the rest of the change
 * @param cause which of the two moved towards the threshold
 */
public record Trend(
    LocalDate from,
    LocalDate until,
    BigDecimal sharePerYear,
    long numeratorPerYear,
    long denominatorPerYear,
    BigDecimal shareChange,
    BigDecimal byNumerator,
    BigDecimal byDenominator,
    WarningCause cause) {

  /** With fewer one cannot tell a trend from a leap. */
  static final int FEWEST_POINTS = 3;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * The trend of points, the oldest first.
   *
   * @return empty where there are too few
   */
  static Optional<Trend> of(List<Point> points, Terms terms) {
    if (points.size() < FEWEST_POINTS) {
      return Optional.empty();
    }
    var first = points.getFirst();
    var last = points.getLast();
    var byNumerator = byNumerator(first, last);
    var byDenominator = byDenominator(first, last);
    var change = byNumerator.add(byDenominator);
    return Optional.of(
        new Trend(
            first.on(),
            last.on(),
            Pace.of(points, Point::fineShare).ofYear(Point.DECIMALS),
            perYear(Pace.of(points, point -> BigDecimal.valueOf(point.numerator()))),
            perYear(Pace.of(points, point -> BigDecimal.valueOf(point.denominator()))),
            rounded(change),
            rounded(byNumerator),
            rounded(change).subtract(rounded(byNumerator)),
            cause(terms.towards(byNumerator), terms.towards(byDenominator))));
  }

  private static long perYear(Pace pace) {
    return pace.ofYear(0).longValueExact();
  }

  private static BigDecimal rounded(BigDecimal points) {
    return points.setScale(Point.DECIMALS, RoundingMode.HALF_UP);
  }

  /** Both orders in which the two can have moved count alike. */
  private static BigDecimal byNumerator(Point first, Point last) {
    var moved = minus(last.numerator(), first.numerator());
    var both = plus(first.denominator(), last.denominator());
    return percent(moved.multiply(both), first, last);
  }

  private static BigDecimal byDenominator(Point first, Point last) {
    var moved = minus(first.denominator(), last.denominator());
    var both = plus(first.numerator(), last.numerator());
    return percent(moved.multiply(both), first, last);
  }

  /** Half of an area over both denominators. */
  private static BigDecimal percent(BigDecimal area, Point first, Point last) {
    var denominators =
        BigDecimal.valueOf(first.denominator()).multiply(BigDecimal.valueOf(last.denominator()));
    return area.multiply(HUNDRED)
        .divide(denominators.multiply(TWO), Point.FINE_DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal minus(long one, long other) {
    return BigDecimal.valueOf(one).subtract(BigDecimal.valueOf(other));
  }

  private static BigDecimal plus(long one, long other) {
    return BigDecimal.valueOf(one).add(BigDecimal.valueOf(other));
  }

  /**
   * Which of two movements towards the threshold counts.
   *
   * @param numerator positive towards it
   * @param denominator positive towards it
   */
  private static WarningCause cause(BigDecimal numerator, BigDecimal denominator) {
    var of = numerator.max(BigDecimal.ZERO);
    var by = denominator.max(BigDecimal.ZERO);
    if (of.signum() == 0 && by.signum() == 0) {
      return WarningCause.NONE;
    }
    if (of.compareTo(by.multiply(TWO)) >= 0) {
      return WarningCause.NUMERATOR;
    }
    return by.compareTo(of.multiply(TWO)) >= 0 ? WarningCause.DENOMINATOR : WarningCause.BOTH;
  }
}
