package vn.sen.events.reporting;

/** Why a figure that is stated elsewhere is not, or is, the one that the platform counts. */
public enum FigureFinding {
  /** There is no difference. */
  EQUAL,
  /** The source has rounded. */
  WITHIN_PRECISION,
  /** The source's total holds lenders that it does not name. */
  UNLISTED_LENDER,
  /** Households that borrow at several banks are counted at each. */
  OVERLAP,
  /** The platform does not count it: its records lack what the source knew. */
  MISSING,
  /** It was recorded here after the source had stated it. */
  LATE,
  /** The source does not say of which day it is. */
  DATE_NOT_STATED,
  /** The source counts something else under the same name. */
  OTHER_DEFINITION,
  /** The source is wrong, as its author says. */
  ERROR_OF_SOURCE,
  /** Nobody knows. */
  UNEXPLAINED
}
