package vn.sen.reporting.warning;

/** What a rule says of a unit. */
public enum WarningState {
  /** The figure lies beyond the threshold. */
  UNDER,
  /** At the pace of the last months it is beyond the threshold within the horizon. */
  HEADING,
  OK,
  /** There is no denominator to measure by. */
  NO_DATA
}
