package vn.sen.lending.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.lending.loan.Balances;

/**
 * A line that can be understood. Amounts are whole đồng.
 *
 * @param number in the file, from 1
 * @param loan the bank's number of the loan
 * @param customer the bank's number of the customer, or null
 * @param borrower keyed hash of her identity number
 * @param name or null
 * @param programme code
 * @param unit code, on the statement's day
 * @param group the bank's code, or null
 * @param point the bank's code of the transaction point, or null
 * @param rateBasisPoints interest per year, in hundredths of a percent
 * @param owed on the statement's day
 */
record StatementLine(
    long number,
    String loan,
    @Nullable String customer,
    String borrower,
    @Nullable String name,
    String programme,
    String unit,
    @Nullable String group,
    @Nullable String point,
    long principal,
    LocalDate disbursedOn,
    LocalDate dueOn,
    int rateBasisPoints,
    Balances owed) {

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "StatementLine[" + number + "]";
  }
}
