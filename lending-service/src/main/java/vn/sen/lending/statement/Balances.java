package vn.sen.lending.statement;

/**
 * What is owed of a loan, in đồng, none negative.
 *
 * @param inTerm principal not overdue
 * @param overdue principal moved to overdue
 * @param frozen principal whose interest is stopped
 * @param interestArrears interest due and not paid
 */
public record Balances(long inTerm, long overdue, long frozen, long interestArrears) {

  /** All principal that is owed. */
  public long outstanding() {
    return inTerm + overdue + frozen;
  }
}
