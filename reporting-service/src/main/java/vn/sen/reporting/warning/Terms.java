package vn.sen.reporting.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;

/**
 * What a rule says from a day on.
 *
 * @param from the first day
 * @param active whether the rule is in force from then on
 * @param level of the units that it watches
 * @param side on which side of the threshold a figure is warned of
 * @param threshold in hundredths of a percent
 * @param horizonMonths so far ahead it looks
 * @param windowMonths from so many months the pace is taken
 * @param source where it is written
 */
public record Terms(
    LocalDate from,
    boolean active,
    WatchedFigure figure,
    UnitLevel level,
    WarningSide side,
    long threshold,
    int horizonMonths,
    int windowMonths,
    String source) {

  /** The threshold with two decimals. */
  public BigDecimal thresholdPercent() {
    return BigDecimal.valueOf(threshold, Point.DECIMALS);
  }

  /** Whether a share is to be warned of. */
  boolean isBeyond(BigDecimal share) {
    int compared = share.compareTo(thresholdPercent());
    return side == WarningSide.BELOW ? compared < 0 : compared > 0;
  }

  /** How far a share may still move: 0 or more while it is not beyond. */
  BigDecimal room(BigDecimal share) {
    return towards(thresholdPercent().subtract(share));
  }

  /** A movement of the share, positive where it goes towards what is warned of. */
  BigDecimal towards(BigDecimal movement) {
    return side == WarningSide.BELOW ? movement.negate() : movement;
  }
}
