package vn.sen.membership.assignment;

/** Which records of a divided unit are meant. */
enum Rule {
  /** Branches and teams, with everybody in them who was not assigned personally; by their ids. */
  BRANCHES,
  /** These members, by their ids. */
  MEMBERS,
  /** The members of households, by the households' ids. */
  HOUSEHOLDS,
  /** The members who belong to community groups today, by the groups' ids. */
  GROUP_MEMBERS,
  /** Community groups themselves, by their ids. */
  GROUPS,
  /**
   * Every member follows her household: the successor it has moved to, or else those of it who were
   * assigned already, where they agree.
   */
  WITH_HOUSEHOLD;

  /** Whether the rule is about something that has to be named, and needs a successor. */
  boolean isAboutNamed() {
    return this != WITH_HOUSEHOLD;
  }
}
