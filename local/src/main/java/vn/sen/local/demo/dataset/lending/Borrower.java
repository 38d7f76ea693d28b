package vn.sen.local.demo.dataset.lending;

/**
 * A person who borrows, as banks know her.
 *
 * @param identity twelve digits that no card of a province begins with
 */
public record Borrower(int number, String identity, String name) {

  private static final int FIRST_NUMBER = 1_000_000;

  /** What a bank calls her. */
  String customer(Bank bank) {
    return bank.code() + "-KH" + (FIRST_NUMBER + number);
  }
}
