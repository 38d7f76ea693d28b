package vn.sen.events.membership;

/** What a locality is, so that what the Union does there can be counted apart. */
public enum UnitTrait {
  /** Vùng dân tộc thiểu số. */
  ETHNIC_MINORITY_AREA,
  /** Vùng tôn giáo. */
  RELIGIOUS_AREA,
  /** Vùng dự án trọng điểm. */
  KEY_PROJECT_AREA,
  /** Vùng Dự án 8. */
  PROJECT_8_AREA
}
