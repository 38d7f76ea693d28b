package vn.sen.reporting.warning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule finds in a unit's figures.
 *
 * @param now the figures of the day; null where there is nothing to measure by
 * @param trend null where too few figures are known
 * @param projection null where there is no trend
 */
record Finding(
    WarningState state,
    @Nullable Point now,
    @Nullable Trend trend,
    @Nullable Projection projection) {

  private static final Finding NO_DATA = new Finding(WarningState.NO_DATA, null, null, null);

  /**
   * Applies a rule.
   *
   * @param points of the trend's window, the oldest first; days without a denominator are absent
   * @param day of the figures
   */
  static Finding of(Terms terms, List<Point> points, LocalDate day) {
    if (points.isEmpty() || !points.getLast().on().equals(day)) {
      return NO_DATA;
    }
    var now = points.getLast();
    var trend = Trend.of(points, terms).orElse(null);
    var projection = trend == null ? null : Projection.of(points, terms);
    return new Finding(state(terms, now, projection), now, trend, projection);
  }

  private static WarningState state(Terms terms, Point now, @Nullable Projection projection) {
    if (terms.isBeyond(now.share())) {
      return WarningState.UNDER;
    }
    return projection != null && projection.reachedOn() != null
        ? WarningState.HEADING
        : WarningState.OK;
  }
}
