package vn.sen.lending.loan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a loan stands after all that was told of it, without the way there: enough for most questions
 * about a day on which nothing was posted later.
 *
 * @param closed whether it is settled or written off
 * @param point the bank's code of the transaction point, or null where it has told none
 * @param lastPosting the business date of the last posting
 * @param lastTold the last day on which something was told without which the loan could have stood,
 *     too; null where there is none
 */
public record LoanSummary(
    UUID householdId,
    boolean closed,
    Balances balances,
    @Nullable String point,
    LocalDate lastPosting,
    @Nullable LocalDate lastTold) {

  /**
   * Whether this is how the loan stood at the end of a day, as far as was known then, too.
   *
   * @param knownBy what was told behind this day is late
   */
  public boolean isOf(LocalDate day, LocalDate knownBy) {
    return !lastPosting.isAfter(day) && (lastTold == null || !lastTold.isAfter(knownBy));
  }
}
