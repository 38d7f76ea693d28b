package vn.sen.membership.attendance;

import vn.sen.chassis.domain.RuleViolation;

/** The rules lists of attendance keep, as the exceptions that refuse a command. */
final class AttendanceRules {

  private AttendanceRules() {}

  /** A class does not have so many participants. */
  static final class TooManyOnList extends RuleViolation {
    TooManyOnList(int most) {
      super("", most);
    }
  }

  static final class ListHasRefusedRows extends RuleViolation {
    ListHasRefusedRows(long refused) {
      super("", refused);
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NobodyOnList extends RuleViolation {
    NobodyOnList() {
      super("");
    }
  }

  static final class ListWasTold extends RuleViolation {
    ListWasTold() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }
}
