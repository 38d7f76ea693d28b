package vn.sen.training.activity;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules activities keep, as the exceptions that refuse a command. */
final class ActivityRules {

  private ActivityRules() {}

  /** What the activity's present state does not allow. */
  abstract static class NotNow extends RuleViolation {
    private NotNow() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class ActivityNotPlanned extends NotNow {}

  static final class ActivityNotHeld extends NotNow {}

  static final class ActivityNotReported extends NotNow {}

  static final class ActivityIsCancelled extends NotNow {}

  /** What took place is only cancelled where it was entered by mistake. */
  static final class ActivityTookPlace extends NotNow {}

  static final class ActivityDaysReversed extends RuleViolation {
    ActivityDaysReversed(LocalDate from) {
      super("/to", from.toString());
    }
  }

  /** Nothing has taken place before its day has come. */
  static final class ActivityNotOver extends RuleViolation {
    ActivityNotOver(LocalDate to) {
      super("/to", to.toString());
    }
  }

  static final class ActivityUnitUnknown extends RuleViolation {
    ActivityUnitUnknown(String pointer) {
      super(pointer);
    }
  }

  static final class ActivityProgrammeUnknown extends RuleViolation {
    ActivityProgrammeUnknown() {
      super("/programme");
    }
  }

  static final class ActivityThemeUnknown extends RuleViolation {
    ActivityThemeUnknown() {
      super("/themeId");
    }
  }

  static final class AttendeeUnknown extends RuleViolation {
    AttendeeUnknown(int member) {
      super("/members/" + member);
    }
  }

  static final class AttendeeNamedTwice extends RuleViolation {
    AttendeeNamedTwice(String pointer) {
      super(pointer);
    }
  }

  /** Of all who came, no more can be women, or of an ethnic minority, than came. */
  static final class TraitsExceedAttendees extends RuleViolation {
    TraitsExceedAttendees(int total) {
      super("/traits", total);
    }
  }

  static final class ReportedBeforeHeld extends RuleViolation {
    ReportedBeforeHeld(LocalDate to) {
      super("/on", to.toString());
    }
  }

  static final class ReportedInFuture extends RuleViolation {
    ReportedInFuture() {
      super("/on");
    }
  }

  /** What was done stays a recommendation. */
  static final class RecommendationWasDone extends RuleViolation {
    RecommendationWasDone(int number) {
      super("/recommendations", number);
    }
  }

  static final class RecommendationUnknown extends RuleViolation {
    RecommendationUnknown() {
      super("");
    }
  }

  static final class DoneBeforeHeld extends RuleViolation {
    DoneBeforeHeld(LocalDate to) {
      super("/on", to.toString());
    }
  }

  static final class DoneInFuture extends RuleViolation {
    DoneInFuture() {
      super("/on");
    }
  }

  static final class NoSuccessorOfActivity extends RuleViolation {
    NoSuccessorOfActivity() {
      super("/successorId");
    }
  }
}
