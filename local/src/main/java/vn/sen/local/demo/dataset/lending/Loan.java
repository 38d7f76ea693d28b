package vn.sen.local.demo.dataset.lending;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan with its history.
 *
 * @param opening what the bank's opening statement says; null for a loan of the year
 * @param updates in the order in which they are sent
 * @param position what the platform must have on the day of the statement; null where nothing is
 *     owed any more
 */
public record Loan(
    String bank,
    String number,
    @Nullable StatementLine opening,
    List<Update> updates,
    @Nullable StatementLine position) {

  public Loan {
    updates = List.copyOf(updates);
  }
}
