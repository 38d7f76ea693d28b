package vn.sen.reporting.indicator;

/** How a figure relates to time. */
public enum Kind {
  /** Is so on the day of the report. */
  STOCK,
  /** Happened within the period. */
  FLOW,
  /** One figure in relation to another. */
  RATIO,
  /** Was set, not counted. */
  PARAMETER
}
