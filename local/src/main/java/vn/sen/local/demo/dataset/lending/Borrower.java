package vn.sen.local.demo.dataset.lending;

/**
 * A person who borrows, as banks know her.
 *
 * @param identity twelve digits that no card of a province begins with
 */
public record Borrower(int number, String identity, String name) {

  /** What a bank calls her. */
  String customer(Bank bank) {
    return "%s-KH%06d".formatted(bank.code(), number);
  }
}
