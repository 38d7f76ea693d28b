package vn.sen.events.membership;

/**
 * What a step of a community group adds to. Stocks stand until they change; flows add up over a
 * period.
 */
public enum GroupMeasure {
  /** Stock: groups that live. */
  GROUPS,
  /** Stock: members of the Union who belong to a group; who belongs to two counts twice. */
  MEMBERS,
  /** Stock: others who belong to a group, of whom only the number is known. */
  OTHERS,
  /** Flow: groups founded. */
  FOUNDED,
  /** Flow: groups closed. */
  CLOSED,
  /** Flow: meetings held. */
  MEETINGS,
  /** Flow: attendances (lượt) at meetings, of members and of others. */
  TURNS
}
