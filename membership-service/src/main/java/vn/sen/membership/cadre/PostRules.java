package vn.sen.membership.cadre;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules posts and their terms keep, as the exceptions that refuse a command. */
final class PostRules {

  private PostRules() {}

  /** A rule that what is known of the post stands against. */
  abstract static class WrongState extends RuleViolation {
    WrongState(String pointer, Object... arguments) {
      super(pointer, arguments);
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** What is entered has happened. */
  static final class TermInTheFuture extends RuleViolation {
    TermInTheFuture(String pointer) {
      super(pointer);
    }
  }

  static final class PlannedEndBeforeBegin extends RuleViolation {
    PlannedEndBeforeBegin() {
      super("/until");
    }
  }

  static final class EndBeforeBegin extends RuleViolation {
    EndBeforeBegin(String pointer) {
      super(pointer);
    }
  }

  /** At units of that level the title has no seats on the day. */
  static final class TitleNotHeldThere extends RuleViolation {
    TitleNotHeldThere(LocalDate day) {
      super("/from", day.toString());
    }
  }

  /** Cadres are members: there is no record of her, or she was none on the day. */
  static final class NoMemberThen extends RuleViolation {
    NoMemberThen(LocalDate day) {
      super("/personId", day.toString());
    }
  }

  /** Nobody holds one title at one unit twice at a time. */
  static final class AlreadyInPost extends WrongState {
    AlreadyInPost() {
      super("/from");
    }
  }

  /** Nobody begins to hold a title while as many hold it as there are seats. */
  static final class SeatsTaken extends WrongState {
    SeatsTaken(LocalDate day, int seats) {
      super("/from", day.toString(), seats);
    }
  }

  static final class TermUnknown extends RuleViolation {
    TermUnknown() {
      super("");
    }

    @Override
    public int status() {
      return 404;
    }
  }

  static final class TermAlreadyEnded extends WrongState {
    TermAlreadyEnded() {
      super("");
    }
  }

  /** Only the day of an end that was entered is corrected. */
  static final class TermNotEnded extends WrongState {
    TermNotEnded() {
      super("/endedOn");
    }
  }

  static final class NoReviewAsked extends WrongState {
    NoReviewAsked() {
      super("");
    }
  }
}
