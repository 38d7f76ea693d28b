package vn.sen.lending.statement;

/** How far a statement is. */
enum StatementState {
  /** Its lines are waited for. */
  ANNOUNCED,
  /** The province has uploaded it, and somebody else must release it. */
  PROPOSED,
  /** It is being compared. */
  RUNNING,
  RECONCILED,
  /** It could not be compared. */
  FAILED,
  /** It was wrong and says nothing any more. */
  WITHDRAWN,
  /** Another one stands in its place. */
  SUPERSEDED
}
