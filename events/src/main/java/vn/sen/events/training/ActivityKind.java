package vn.sen.events.training;

/** What an activity is. */
public enum ActivityKind {
  /** Truyền thông. */
  COMMUNICATION_EVENT,
  /** Đối thoại chính sách. */
  POLICY_DIALOGUE,
  /** Hội nghị, giao ban. */
  BRIEFING,
  /** Kiểm tra of a unit below. */
  INSPECTION,
  /** Giám sát bình đẳng giới. */
  GENDER_EQUALITY_MONITORING,
  /** Đi cơ sở hỗ trợ đơn vị yếu: a visit to a unit that needs support. */
  SUPPORT_VISIT,
  OTHER
}
