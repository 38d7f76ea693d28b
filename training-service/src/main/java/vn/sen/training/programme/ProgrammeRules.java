package vn.sen.training.programme;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules programmes and their goals keep, as the exceptions that refuse a command. */
final class ProgrammeRules {

  private ProgrammeRules() {}

  /** The last day is not before the first. */
  static final class ProgrammeDaysReversed extends RuleViolation {
    ProgrammeDaysReversed(LocalDate from) {
      super("/until", from.toString());
    }
  }

  static final class ProgrammeRenamedBeforeStart extends RuleViolation {
    ProgrammeRenamedBeforeStart(LocalDate from) {
      super("/from", from.toString());
    }
  }

  static final class IndicatorCodeTaken extends RuleViolation {
    IndicatorCodeTaken() {
      super("/code");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class IndicatorUnknown extends RuleViolation {
    IndicatorUnknown(String pointer) {
      super(pointer);
    }
  }

  static final class IndicatorRevisedBeforeStart extends RuleViolation {
    IndicatorRevisedBeforeStart(LocalDate from) {
      super("/from", from.toString());
    }
  }

  static final class IndicatorRetiredBeforeStart extends RuleViolation {
    IndicatorRetiredBeforeStart(LocalDate from) {
      super("/on", from.toString());
    }
  }

  static final class IndicatorAlreadyRetired extends RuleViolation {
    IndicatorAlreadyRetired(LocalDate on) {
      super("", on.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** A rule says all that it counts by. */
  static final class ResultRuleIncomplete extends RuleViolation {
    ResultRuleIncomplete(String pointer) {
      super(pointer);
    }
  }

  /** A rule says nothing that does not narrow what it counts. */
  static final class ResultRuleOverfull extends RuleViolation {
    ResultRuleOverfull(String pointer) {
      super(pointer);
    }
  }

  /** Where the platform counts, nothing is typed in. */
  static final class ResultIsCounted extends RuleViolation {
    ResultIsCounted() {
      super("/indicator");
    }
  }

  static final class ResultForTheFuture extends RuleViolation {
    ResultForTheFuture() {
      super("/asOf");
    }
  }

  /** Nothing is promised or stated for a time in which the indicator is not in force. */
  static final class IndicatorNotInForce extends RuleViolation {
    IndicatorNotInForce(String pointer) {
      super(pointer);
    }
  }

  static final class UnitNotInForceThen extends RuleViolation {
    UnitNotInForceThen() {
      super("");
    }
  }

  static final class NoSuchTarget extends RuleViolation {
    NoSuchTarget() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class NothingStated extends RuleViolation {
    NothingStated() {
      super("/value");
    }
  }
}
