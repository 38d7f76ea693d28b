package vn.sen.events.lending;

/** How well a savings and credit group does: tốt, khá, trung bình, yếu. */
public enum GroupRank {
  GOOD,
  FAIR,
  AVERAGE,
  WEAK
}
