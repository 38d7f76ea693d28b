package vn.sen.events.membership;

/**
 * What a step of a voice adds to, in voices. Stocks stand until they change; flows add up over a
 * period. A voice that is reopened is to be answered once more, by another day.
 *
 * <p>Answered within due time, as of a day: ANSWERED_IN_TIME of ANSWERED_IN_TIME + ANSWERED_LATE +
 * OVERDUE.
 */
public enum VoiceMeasure {
  /** Flow: raised at the grassroots. */
  RAISED,
  /** Stock: waits for an answer. */
  OPEN,
  /**
   * Stock: waits for an answer that should have come before the day. It is told ahead, for the day
   * after the due one, and taken back where the answer comes in time.
   */
  OVERDUE,
  /** Stock: answered, and not yet closed with who raised it. */
  TO_CLOSE,
  /** Flow: answered on the due day or before. */
  ANSWERED_IN_TIME,
  /** Flow: answered after the due day. */
  ANSWERED_LATE,
  /** Flow: closed with who raised it, who was satisfied. */
  CLOSED_SATISFIED,
  /** Flow: closed with who raised it, who was not satisfied. */
  CLOSED_UNSATISFIED,
  /** Flow: taken up again after an answer. */
  REOPENED,
  /** Flow: not pursued any more. */
  WITHDRAWN
}
