package vn.sen.chassis.access;

/** What somebody may do at her unit and below it. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Enters and corrects. */
  OFFICER,
  /** Confirms what others have entered. */
  APPROVER,
  /** Sets up units and the people who sign in. */
  ADMINISTRATOR,
  /** Reads everything masked, for a stated purpose and time, and changes nothing. */
  AUDITOR,
  /** A bank's machine: its own loans only. */
  BANK,
  /** A machine that reads aggregates, never a person's record. */
  DASHBOARD;

  /** Whether who has this role may do what the other one may. */
  boolean includes(Role other) {
    return this == other
        || other == VIEWER
            && switch (this) {
              case OFFICER, APPROVER, ADMINISTRATOR -> true;
              case VIEWER, AUDITOR, BANK, DASHBOARD -> false;
            };
  }
}
