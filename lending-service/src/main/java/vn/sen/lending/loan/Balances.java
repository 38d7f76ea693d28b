package vn.sen.lending.loan;

/**
 * What is owed of a loan, in đồng, none negative.
 *
 * @param inTerm principal not overdue
 * @param overdue principal moved to overdue
 * @param frozen principal whose interest is stopped
 * @param interestArrears interest due and not paid
 */
public record Balances(long inTerm, long overdue, long frozen, long interestArrears) {

  static final Balances NOTHING = new Balances(0, 0, 0, 0);

  public Balances {
    if (inTerm < 0 || overdue < 0 || frozen < 0 || interestArrears < 0) {
      throw new IllegalArgumentException("Nobody owes less than nothing");
    }
  }

  /** All principal that is owed. */
  public long outstanding() {
    return inTerm + overdue + frozen;
  }

  Balances plusInTerm(long amount) {
    return new Balances(inTerm + amount, overdue, frozen, interestArrears);
  }

  /** Pays what is overdue first, then what is in term, then what is frozen. */
  Balances repaid(long amount) {
    long fromOverdue = Math.min(amount, overdue);
    long fromTerm = Math.min(amount - fromOverdue, inTerm);
    long fromFrozen = amount - fromOverdue - fromTerm;
    return new Balances(
        inTerm - fromTerm, overdue - fromOverdue, frozen - fromFrozen, interestArrears);
  }

  Balances movedToOverdue(long amount) {
    return new Balances(inTerm - amount, overdue + amount, frozen, interestArrears);
  }

  /** Interest arrears can be paid off; what is paid beyond them was due today. */
  Balances interestPaid(long amount) {
    return new Balances(inTerm, overdue, frozen, Math.max(0, interestArrears - amount));
  }

  Balances allFrozen() {
    return new Balances(0, 0, outstanding(), interestArrears);
  }

  Balances thawed() {
    return new Balances(inTerm + frozen, overdue, 0, interestArrears);
  }
}
