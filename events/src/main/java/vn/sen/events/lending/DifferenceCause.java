package vn.sen.events.lending;

/** Why a statement says something else than the platform, as far as it can be told. */
public enum DifferenceCause {
  /** An update of before the statement's day arrived after it: the platform is right now. */
  LATE,
  /** The bank has posted something that the platform was never told. */
  MISSING_UPDATE,
  /** Less than a thousand đồng: one of the two rounds. */
  ROUNDING,
  /** The same principal is owed, and other interest is in arrears than the platform knows. */
  INTEREST,
  /** The platform does not know the loan. */
  UNKNOWN_LOAN,
  /** The line names another borrower than the platform knows. */
  OTHER_HOUSEHOLD,
  /** The same is owed, at another transaction point than the platform knows. */
  OTHER_POINT,
  /** The same is owed, due on another day, or followed by another group or commune. */
  OTHER_TERMS,
  /** The loan is settled or written off on the platform, and owed at the bank. */
  CLOSED_HERE,
  /** The loan is owed on the platform, and no line of the statement names it. */
  MISSING_THERE
}
