package vn.sen.events.membership;

/** Levels of professional education (trình độ chuyên môn), from the lowest. */
public enum ProfessionalLevel {
  /** Sơ cấp. */
  ELEMENTARY,
  /** Trung cấp. */
  INTERMEDIATE,
  /** Cao đẳng. */
  COLLEGE,
  /** Đại học. */
  UNIVERSITY,
  /** Thạc sĩ. */
  MASTER,
  /** Tiến sĩ. */
  DOCTOR
}
