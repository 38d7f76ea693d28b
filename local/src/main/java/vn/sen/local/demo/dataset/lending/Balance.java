package vn.sen.local.demo.dataset.lending;

/** What is owed, in đồng. */
public record Balance(long inTerm, long overdue, long frozen, long interestArrears) {

  public Balance {
    if (inTerm < 0 || overdue < 0 || frozen < 0 || interestArrears < 0) {
      throw new IllegalArgumentException("less than nothing is owed");
    }
  }

  /** Principal that is owed. */
  public long outstanding() {
    return inTerm + overdue + frozen;
  }
}
