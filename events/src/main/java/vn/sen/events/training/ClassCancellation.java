package vn.sen.events.training;

/** Why a class is not held. */
public enum ClassCancellation {
  TOO_FEW_PARTICIPANTS,
  NO_BUDGET,
  /** Flood, storm, epidemic. */
  EMERGENCY,
  /** Its people are taught in another class. */
  MERGED_INTO_ANOTHER,
  ENTERED_BY_MISTAKE,
  OTHER
}
