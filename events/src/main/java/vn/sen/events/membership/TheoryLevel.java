package vn.sen.events.membership;

/** Levels of political theory (lý luận chính trị), from the lowest. */
public enum TheoryLevel {
  /** Sơ cấp. */
  ELEMENTARY,
  /** Trung cấp. */
  INTERMEDIATE,
  /** Cao cấp, or a degree in it (cử nhân). */
  ADVANCED
}
