package vn.sen.events.reporting;

/** How near a figure is to what a rule warns of. */
public enum WarningLevel {
  /** The figure goes to the threshold: at its present pace it is there within the horizon. */
  HEADING,
  /** The figure lies beyond the threshold. */
  UNDER
}
