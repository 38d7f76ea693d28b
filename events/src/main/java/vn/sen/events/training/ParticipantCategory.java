package vn.sen.events.training;

/** As what somebody takes part; she counts as this for good, whatever she becomes later. */
public enum ParticipantCategory {
  /** Cán bộ Hội: she held a post on the first day. */
  CADRE,
  /** Hội viên. */
  MEMBER,
  /** Phụ nữ chưa là hội viên. */
  NON_MEMBER_WOMAN,
  /** Người có uy tín. */
  RESPECTED_PERSON,
  /** Trưởng thôn, buôn, khu phố. */
  VILLAGE_HEAD,
  /** Nam giới. */
  MAN,
  /** Cán bộ, công chức khác. */
  OFFICIAL,
  OTHER
}
