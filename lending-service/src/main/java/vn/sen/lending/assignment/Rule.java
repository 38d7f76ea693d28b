package vn.sen.lending.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sen.chassis.assignment.AssignmentRules;

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

  /**
   * What is named, written as ids are.
   *
   * @throws AssignmentRules.NotAnId if it has to be ids and is none
   */
  List<String> read(List<String> named) {
    if (this == POINTS) {
      return named;
    }
    var ids = new ArrayList<String>(named.size());
    for (var text : named) {
      try {
        ids.add(UUID.fromString(text).toString());
      } catch (IllegalArgumentException e) {
        throw new AssignmentRules.NotAnId(ids.size());
      }
    }
    return ids;
  }
}
