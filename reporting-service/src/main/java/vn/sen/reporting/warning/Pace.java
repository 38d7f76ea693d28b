package vn.sen.reporting.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * How fast something moves: the slope of the straight line nearest to its values (least squares),
 * kept as a fraction so that nothing is rounded before it is asked for.
 *
 * @param rise for {@code run} days
 * @param run more than 0
 */
record Pace(BigDecimal rise, BigDecimal run) {

  private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

  /**
   * The pace of points.
   *
   * @param points of two different days at least
   */
  static Pace of(List<Point> points, Function<Point, BigDecimal> value) {
    long origin = points.getLast().on().toEpochDay();
    var n = BigDecimal.valueOf(points.size());
    var sumX = BigDecimal.ZERO;
    var sumXx = BigDecimal.ZERO;
    var sumY = BigDecimal.ZERO;
    var sumXy = BigDecimal.ZERO;
    for (var point : points) {
      var x = BigDecimal.valueOf(point.on().toEpochDay() - origin);
      var y = value.apply(point);
      sumX = sumX.add(x);
      sumXx = sumXx.add(x.multiply(x));
      sumY = sumY.add(y);
      sumXy = sumXy.add(x.multiply(y));
    }
    return new Pace(
        n.multiply(sumXy).subtract(sumX.multiply(sumY)),
        n.multiply(sumXx).subtract(sumX.multiply(sumX)));
  }

  /** What it comes to in 365 days. */
  BigDecimal ofYear(int decimals) {
    return rise.multiply(DAYS_OF_A_YEAR).divide(run, decimals, RoundingMode.HALF_UP);
  }

  /** What it comes to from one day to another. */
  BigDecimal between(LocalDate from, LocalDate to, int decimals) {
    return rise.multiply(BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay()))
        .divide(run, decimals, RoundingMode.HALF_UP);
  }

  /**
   * How many days it takes until something at this pace has moved by more than a distance.
   *
   * @param rising the part of the pace that counts: towards the distance, more than 0
   */
  static BigDecimal daysToPass(BigDecimal distance, Pace rising) {
    return distance
        .multiply(rising.run)
        .divideToIntegralValue(rising.rise)
        .setScale(0, RoundingMode.UNNECESSARY)
        .add(BigDecimal.ONE);
  }
}
