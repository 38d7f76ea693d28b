package vn.sen.reporting.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A share on a day.
 *
 * @param numerator what is counted
 * @param denominator what it is measured by, more than 0
 */
public record Point(LocalDate on, long numerator, long denominator) {

  /** As the reports tell shares. */
  static final int DECIMALS = 2;

  /** Fine enough that one member among a million women moves a pace. */
  static final int FINE_DECIMALS = 8;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Point {
    if (denominator <= 0) {
      throw new IllegalArgumentException("Nothing is a share of " + denominator);
    }
  }

  /** Numerator ÷ denominator in percent, with two decimals as in the reports. */
  public BigDecimal share() {
    return share(DECIMALS);
  }

  BigDecimal fineShare() {
    return share(FINE_DECIMALS);
  }

  private BigDecimal share(int decimals) {
    return BigDecimal.valueOf(numerator)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
  }
}
