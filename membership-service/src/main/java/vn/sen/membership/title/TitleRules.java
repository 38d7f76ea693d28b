package vn.sen.membership.title;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.UnitLevel;

/** The rules titles keep, as the exceptions that refuse a command. */
final class TitleRules {

  private TitleRules() {}

  static final class TitleNameUnusable extends RuleViolation {
    TitleNameUnusable(int max) {
      super("/name", max);
    }
  }

  static final class StandardSourceUnusable extends RuleViolation {
    StandardSourceUnusable(int max) {
      super("/source", max);
    }
  }

  /** Two numbers of seats for one level. */
  static final class LevelTwice extends RuleViolation {
    LevelTwice(UnitLevel level) {
      super("/seats", level);
    }
  }

  /** A title of which nobody holds a seat anywhere is none. */
  static final class NoSeatsAnywhere extends RuleViolation {
    NoSeatsAnywhere() {
      super("/seats");
    }
  }

  /** Nothing is said of a title for a day before its first one, or after its last one. */
  static final class OutsideTheTitlesLife extends RuleViolation {
    OutsideTheTitlesLife(String pointer, LocalDate from) {
      super(pointer, from.toString());
    }
  }

  static final class TitleAlreadyRetired extends RuleViolation {
    TitleAlreadyRetired(LocalDate retiredOn) {
      super("", retiredOn.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }
}
