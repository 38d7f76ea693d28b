package vn.sen.reporting.lending;

/** What figures can be divided by. */
public enum Dimension {
  BANK,
  PROGRAMME,
  GROUP_RANK,
  UNIT
}
