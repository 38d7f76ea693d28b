package vn.sen.training.nomination;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules nominations keep, as the exceptions that refuse a command. */
final class NominationRules {

  private NominationRules() {}

  /** A step that does not follow on the one before it. */
  static final class NotTheNextStep extends RuleViolation {
    NotTheNextStep(Nomination.Status status) {
      super("", status.name());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class BeforeTheStepBefore extends RuleViolation {
    BeforeTheStepBefore(LocalDate on) {
      super("/on", on.toString());
    }
  }

  static final class StepInFuture extends RuleViolation {
    StepInFuture() {
      super("/on");
    }
  }

  /** Only courses that lead to a level are decided about by the Party committee. */
  static final class NoNominationNeeded extends RuleViolation {
    NoNominationNeeded() {
      super("/courseId");
    }
  }

  static final class CourseNotThere extends RuleViolation {
    CourseNotThere() {
      super("/courseId");
    }
  }

  static final class NomineeUnknown extends RuleViolation {
    NomineeUnknown() {
      super("/personId");
    }
  }
}
