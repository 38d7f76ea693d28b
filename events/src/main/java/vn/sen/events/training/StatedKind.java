package vn.sen.events.training;

/** What a stated number means. */
public enum StatedKind {
  /** All since the first day of the year, up to and with the date. */
  YEAR_TO_DATE,
  /** What there is on the date. */
  AS_OF
}
