package vn.sen.reporting.warning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share if it goes on at its pace from where it is.
 *
 * @param reachedOn the first day beyond the threshold; null where that is after the horizon, or
 *     never, or was before
 * @param horizon the last day looked at
 * @param shareAtHorizon in percent with two decimals, and never less than 0
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Projection(
    @Nullable LocalDate reachedOn, LocalDate horizon, BigDecimal shareAtHorizon) {

  /** What becomes of the last of some points, the oldest first, under the rule. */
  static Projection of(List<Point> points, Terms terms) {
    var last = points.getLast();
    var pace = Pace.of(points, Point::fineShare);
    var horizon = last.on().plusMonths(terms.horizonMonths());
    var share =
        last.share().add(pace.between(last.on(), horizon, Point.DECIMALS)).max(BigDecimal.ZERO);
    return new Projection(reachedOn(last, pace, horizon, terms), horizon, share);
  }

  private static @Nullable LocalDate reachedOn(
      Point last, Pace pace, LocalDate horizon, Terms terms) {
    var rising = new Pace(terms.towards(pace.rise()), pace.run());
    if (terms.isBeyond(last.share()) || rising.rise().signum() <= 0) {
      return null;
    }
    var days = Pace.daysToPass(terms.room(last.share()), rising);
    var within = BigDecimal.valueOf(horizon.toEpochDay() - last.on().toEpochDay());
    return days.compareTo(within) > 0 ? null : last.on().plusDays(days.longValueExact());
  }
}
