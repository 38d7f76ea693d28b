package vn.sen.events.training;

/** How far a course leads. */
public enum CourseLevel {
  /** Bồi dưỡng, cập nhật: it keeps knowledge up to date and leads to no level of its own. */
  UPDATE,
  /** Sơ cấp. */
  ELEMENTARY,
  /** Trung cấp. */
  INTERMEDIATE,
  /** Cao cấp. */
  ADVANCED
}
