package vn.sen.lending.group;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules groups keep, as the exceptions that refuse a command. */
final class GroupRules {

  private GroupRules() {}

  static final class GroupIsClosed extends RuleViolation {
    GroupIsClosed(LocalDate on) {
      super("", on.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class BeforeTheLastLeader extends RuleViolation {
    BeforeTheLastLeader(LocalDate from) {
      super("/from", from.toString());
    }
  }

  static final class NothingToHandOver extends RuleViolation {
    NothingToHandOver() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** There is nobody yet to hand over to. */
  static final class NoSuccessor extends RuleViolation {
    NoSuccessor() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class BankUnknown extends RuleViolation {
    BankUnknown() {
      super("/bankId");
    }
  }
}
