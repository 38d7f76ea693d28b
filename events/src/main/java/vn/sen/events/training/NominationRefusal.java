package vn.sen.events.training;

/** Why the Party committee did not accept a nomination. */
public enum NominationRefusal {
  /** She does not meet what the course demands of who attends it. */
  NOT_ELIGIBLE,
  /** There are no places left this time. */
  NO_PLACE,
  /** She is not in the committee's plan of whom to train. */
  NOT_IN_PLAN,
  OTHER
}
