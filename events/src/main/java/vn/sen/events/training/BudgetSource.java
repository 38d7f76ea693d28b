package vn.sen.events.training;

/** Where the money of a class or an activity comes from. */
public enum BudgetSource {
  /** Ngân sách nhà nước. */
  STATE,
  /** Kinh phí của Hội. */
  UNION,
  /** Kinh phí chương trình, dự án. */
  PROGRAMME,
  /** Xã hội hóa: given by companies, banks and people. */
  SOCIAL,
  OTHER
}
