package vn.sen.events.membership;

/**
 * The levels of the Union's organisation, from the top. The district level ended on 30 June 2025.
 */
public enum UnitLevel {
  PROVINCE,
  DISTRICT,
  COMMUNE,
  /** Chi hội: what a member belongs to. */
  BRANCH,
  /** Tổ: a part of a branch. */
  TEAM
}
