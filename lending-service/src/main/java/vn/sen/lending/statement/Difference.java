package vn.sen.lending.statement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.loan.Balances;

/**
 * A loan of which statement and platform say different things.
 *
 * @param line in the file, or 0 where no line names the loan
 * @param loanId the platform's, also where it does not know the loan
 * @param number the bank's; null where it was forgotten since
 * @param amount stated minus known, in đồng
 * @param since the first day from which they can differ, or null
 * @param stated null where no line names it
 * @param known null where the platform does not know it
 * @param acceptance what became of taking the statement's word; null where nobody asked for it
 */
record Difference(
    long line,
    UUID loanId,
    @Nullable String number,
    DifferenceCause cause,
    long amount,
    @Nullable LocalDate since,
    @Nullable Balances stated,
    @Nullable Balances known,
    @Nullable Acceptance acceptance) {

  /**
   * Whether the loan is restated.
   *
   * @param refusal the rule that is against it, or null
   */
  record Acceptance(boolean taken, @Nullable String refusal) {}

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Difference[" + loanId + "]";
  }
}
