package vn.sen.events.reporting;

/** On which side of the threshold a figure is to be warned of. */
public enum WarningSide {
  BELOW,
  ABOVE
}
