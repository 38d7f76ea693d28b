package vn.sen.events.membership;

/** Whether a unit goes into its successor whole or only in part (a split). */
public enum Extent {
  FULL,
  PARTIAL
}
