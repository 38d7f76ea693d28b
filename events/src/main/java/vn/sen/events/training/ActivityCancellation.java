package vn.sen.events.training;

/** Why an activity is not held. */
public enum ActivityCancellation {
  NO_BUDGET,
  /** Flood, storm, epidemic. */
  EMERGENCY,
  MERGED_INTO_ANOTHER,
  ENTERED_BY_MISTAKE,
  OTHER
}
