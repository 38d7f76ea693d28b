package vn.sen.events.lending;

/** Why somebody should look at a loan. */
public enum LoanReview {
  /** A member of the borrowing household died. */
  MEMBER_DIED,
  /** A member of the borrowing household left the Union. */
  MEMBER_LEFT,
  /** A member of the borrowing household moved to another unit or out of the province. */
  MEMBER_MOVED
}
