package vn.sen.reporting.communitygroup;

/** What figures can be divided by. */
public enum Dimension {
  TYPE,
  PROGRAMME,
  UNIT
}
