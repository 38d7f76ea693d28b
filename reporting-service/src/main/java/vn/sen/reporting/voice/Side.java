package vn.sen.reporting.voice;

/** By which of its units a voice belongs to a territory. */
public enum Side {
  /** Where it was raised. */
  RAISED,
  /** The unit that has to answer, or had to last. */
  OWNER
}
