package vn.sen.training.course;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules courses keep, as the exceptions that refuse a command. */
final class CourseRules {

  private CourseRules() {}

  static final class RevisedBeforeStart extends RuleViolation {
    RevisedBeforeStart(LocalDate from) {
      super("/from", from.toString());
    }
  }

  static final class CourseRetiredBeforeStart extends RuleViolation {
    CourseRetiredBeforeStart(LocalDate from) {
      super("/on", from.toString());
    }
  }

  static final class CourseAlreadyRetired extends RuleViolation {
    CourseAlreadyRetired(LocalDate on) {
      super("", on.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** How long what lasts? */
  static final class LastsWithoutCompetency extends RuleViolation {
    LastsWithoutCompetency() {
      super("/validMonths");
    }
  }

  static final class ThemeNotTaught extends RuleViolation {
    ThemeNotTaught() {
      super("/themeId");
    }
  }
}
