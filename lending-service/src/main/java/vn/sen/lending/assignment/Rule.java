package vn.sen.lending.assignment;

/** Which loans of a divided unit are meant. */
enum Rule {
  /** These loans, by their ids. */
  LOANS,
  /** Those of savings and credit groups, by the groups' ids. */
  GROUPS,
  /** Those of borrowing households, by the households' ids. */
  HOUSEHOLDS,
  /** Those that are paid at transaction points, by the bank's codes of the points. */
  POINTS,
  /** Every loan follows its household's others that were assigned already, where they agree. */
  WITH_HOUSEHOLD;

  /** Whether the rule is about something that has to be named, and needs a successor. */
  boolean isAboutNamed() {
    return this != WITH_HOUSEHOLD;
  }
}
