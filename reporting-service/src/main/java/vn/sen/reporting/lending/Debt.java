package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is owed. Amounts are whole đồng.
 *
 * @param outstanding principal in term, overdue and frozen
 * @param interestArrears interest that is due and not paid
 * @param loans with principal outstanding
 * @param households with such loans, each counted once
 * @param overduePercent overdue ÷ outstanding with two decimals; null where nothing is outstanding
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Debt(
    long outstanding,
    long inTerm,
    long overdue,
    long frozen,
    long interestArrears,
    long loans,
    long households,
    @Nullable BigDecimal overduePercent,
    Movement movement) {

  /**
   * How the outstanding principal moved: opening + taken over + disbursed − repaid − written off +
   * restated + moved = closing.
   *
   * @param opening before the period
   * @param takenOver what loans brought with them when the platform took them over
   * @param restated what corrections after statements added, or took away
   * @param moved what loans brought that came from elsewhere, less what went: another unit, bank,
   *     programme or group
   * @param closing at its end
   */
  public record Movement(
      long opening,
      long takenOver,
      long disbursed,
      long repaid,
      long writtenOff,
      long restated,
      long moved,
      long closing) {}
}
