package vn.sen.reporting.voice;

/** What figures can be divided by. */
public enum Dimension {
  KIND,
  /** Subject area. */
  SUBJECT,
  /** The very unit where it was raised, of any level. */
  RAISED_AT,
  /** The very unit that has to answer, of any level. */
  OWNER
}
