package vn.sen.membership.household;

import vn.sen.chassis.domain.RuleViolation;

/** The rules households keep, as the exceptions that refuse a command. */
final class HouseholdRules {

  private HouseholdRules() {}

  static final class HouseholdTextUnusable extends RuleViolation {
    HouseholdTextUnusable(String pointer, int max) {
      super(pointer, max);
    }
  }

  /** A move in the future, or before the household came to where it is. */
  static final class MoveOutOfOrder extends RuleViolation {
    MoveOutOfOrder() {
      super("/on");
    }
  }
}
