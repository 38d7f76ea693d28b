package vn.sen.lending.group;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.lending.GroupRank;

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

  /** She does not go before she began to lead. */
  static final class BeforeTheLeader extends RuleViolation {
    BeforeTheLeader(LocalDate from) {
      super("/on", from.toString());
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

  static final class NotYet extends RuleViolation {
    NotYet(String pointer) {
      super(pointer);
    }
  }

  /** Savings that were not there cannot be taken back, nor those that were taken back later. */
  static final class MoreThanSaved extends RuleViolation {
    MoreThanSaved(long saved) {
      super("/amount", saved);
    }
  }

  /** Who ranks otherwise than the rules says why. */
  static final class ReasonNeeded extends RuleViolation {
    ReasonNeeded(GroupRank proposed) {
      super("/reason", proposed);
    }
  }

  /** The bank has agreed on no rules for ranks on the day. */
  static final class NoRankingAgreed extends RuleViolation {
    NoRankingAgreed(LocalDate day) {
      super("", day.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class RankingPeriodInvalid extends RuleViolation {
    RankingPeriodInvalid() {
      super("/to");
    }
  }

  static final class AttendanceInvalid extends RuleViolation {
    AttendanceInvalid() {
      super("/attendedDays");
    }
  }

  static final class BankUnknown extends RuleViolation {
    BankUnknown() {
      super("/bankId");
    }
  }
}
