package vn.sen.events.membership;

/** Why somebody does not hold a title any more. */
public enum TermEnd {
  /** The term is over, and she was not appointed anew. */
  TERM_OVER,
  RESIGNED,
  /** She was relieved of it, or took up another one. */
  RELIEVED,
  RETIRED,
  DIED,
  /** She is not a member of the Union any more. */
  LEFT,
  /** The unit ended: posts do not follow a redrawing of the map. */
  UNIT_CLOSED,
  OTHER
}
