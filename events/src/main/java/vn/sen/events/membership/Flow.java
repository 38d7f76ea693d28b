package vn.sen.events.membership;

/** Why a membership began or ended at a unit. */
public enum Flow {
  ADMISSION,
  READMISSION,
  /** In from outside the organisation's area; also registered so. */
  MOVE_IN,
  /**
   * Between two units of the platform: the change names the other unit, so it nets out above both.
   */
  TRANSFER,
  /** From ordinary to honorary or back: never a flow of members. */
  RECLASSIFICATION,
  RESIGNATION,
  EXPULSION,
  DEATH,
  /** Out of the organisation's area. */
  MOVE_OUT,
  OTHER_DEPARTURE
}
