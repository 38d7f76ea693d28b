package vn.sen.events.membership;

/** Ordinary members (hội viên) and honorary ones (hội viên danh dự). */
public enum MemberType {
  ORDINARY,
  HONORARY
}
