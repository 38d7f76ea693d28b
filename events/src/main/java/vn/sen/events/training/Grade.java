package vn.sen.events.training;

/** How well somebody passed. */
public enum Grade {
  /** Xuất sắc. */
  EXCELLENT,
  /** Giỏi. */
  GOOD,
  /** Khá. */
  FAIR,
  /** Trung bình. */
  AVERAGE
}
