package vn.sen.reporting.training;

/** What figures can be divided by. */
public enum Dimension {
  THEME,
  COURSE,
  PROGRAMME,
  CATEGORY,
  UNIT
}
