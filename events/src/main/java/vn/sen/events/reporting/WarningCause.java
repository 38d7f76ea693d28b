package vn.sen.events.reporting;

/** What of a share moved towards the threshold. */
public enum WarningCause {
  /** Mostly what is counted: members left, debt fell overdue. */
  NUMERATOR,
  /** Mostly what it is measured by: more women live here, less is owed. */
  DENOMINATOR,
  BOTH,
  /** Neither: the figure stands still or goes the other way. */
  NONE
}
