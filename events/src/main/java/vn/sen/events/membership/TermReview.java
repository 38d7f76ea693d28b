package vn.sen.events.membership;

/** Why somebody has to look at a term: whether it goes on, or from when on it does not. */
public enum TermReview {
  /** She belongs to a unit outside the one where she holds the title. */
  MOVED,
  /** She died or left the Union on or before the day on which the term is said to begin. */
  GONE_BEFORE,
  /** The record of her was entered by mistake. */
  RECORD_WITHDRAWN
}
