package vn.sen.reporting.completeness;

/** A kind of data that units, or banks, enter. */
public enum DataKind {
  /** Admissions, registrations, corrections, transfers and departures of members. */
  MEMBERS,
  /** Numbers of women, by whatever definition. */
  WOMEN,
  /** Community groups founded and closed, and who belongs to them. */
  GROUPS,
  /** Meetings of community groups. */
  MEETINGS,
  /** Events, dialogues, inspections and visits that were held and reported. */
  ACTIVITIES,
  /** Attendance and results of training classes. */
  CLASSES,
  /** Voices raised, answered and closed. */
  VOICES,
  /** What banks post about loans. */
  LOANS,
  /** Checks of the use of loans. */
  USE_CHECKS,
  /** Statements of banks. */
  STATEMENTS;

  /** Whether units of the Union enter it; else banks do. */
  boolean isOfUnits() {
    return this != LOANS && this != STATEMENTS;
  }
}
