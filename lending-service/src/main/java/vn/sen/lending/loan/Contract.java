package vn.sen.lending.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanPlace;

/**
 * What was agreed.
 *
 * @param number the bank's number of the loan
 * @param customer the bank's number of the customer; null where it told none
 * @param place where the loan counts at first
 * @param principal what was lent, in đồng
 * @param rateBasisPoints interest per year, in hundredths of a percent
 * @param point the bank's code of the transaction point at first; null where it told none
 */
public record Contract(
    String number,
    @Nullable String customer,
    LoanPlace place,
    long principal,
    LocalDate disbursedOn,
    int rateBasisPoints,
    @Nullable String point) {

  /** The same with what a correction of the first disbursement says. */
  Contract disbursed(long amount, LocalDate on) {
    return new Contract(number, customer, place, amount, on, rateBasisPoints, point);
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Contract[…]";
  }
}
