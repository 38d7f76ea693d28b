package vn.sen.events.membership;

/** Why a community group ended. */
public enum GroupClosingReason {
  /** It did what it was founded for. */
  FULFILLED,
  /** It went into another group. */
  MERGED,
  /** Its programme ended. */
  PROGRAMME_ENDED,
  /** Nothing took place in it any more. */
  INACTIVE,
  OTHER
}
