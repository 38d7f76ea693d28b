package vn.sen.training.trainingclass;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/** The rules classes keep, as the exceptions that refuse a command. */
final class ClassRules {

  private ClassRules() {}

  /** A command that does not fit the state the class is in. */
  private abstract static class NotNow extends RuleViolation {
    NotNow() {
      super("");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Only a planned class is opened. */
  static final class ClassNotPlanned extends NotNow {}

  /** Units and people are enrolled while the class is open or held, not before and not after. */
  static final class ClassNotOpen extends NotNow {}

  static final class ClassNotHeld extends NotNow {}

  static final class ClassIsCancelled extends NotNow {}

  static final class ClassIsClosed extends NotNow {}

  /** Somebody was there: it cannot be as if it had never been held. */
  static final class ClassWasAttended extends NotNow {}

  /** Nobody was there: it was not held. */
  static final class NobodyAttended extends NotNow {}

  static final class ClassNotOver extends RuleViolation {
    ClassNotOver(LocalDate end) {
      super("", end.toString());
    }

    @Override
    public int status() {
      return 409;
    }
  }

  static final class ClosedBeforeEnd extends RuleViolation {
    ClosedBeforeEnd(LocalDate end) {
      super("/on", end.toString());
    }
  }

  static final class ClosedInFuture extends RuleViolation {
    ClosedInFuture() {
      super("/on");
    }
  }

  static final class SessionsOutOfOrder extends RuleViolation {
    SessionsOutOfOrder(int index) {
      super("/sessions/" + index);
    }
  }

  static final class SessionUnknown extends RuleViolation {
    SessionUnknown(int sessions) {
      super("/session", sessions);
    }
  }

  static final class SessionNotYet extends RuleViolation {
    SessionNotYet(LocalDate date) {
      super("/session", date.toString());
    }
  }

  /** Attendance was recorded for it: it took place on that day. */
  static final class SessionTookPlace extends RuleViolation {
    SessionTookPlace(int index) {
      super("/sessions/" + index);
    }
  }

  static final class CourseUnknown extends RuleViolation {
    CourseUnknown() {
      super("/courseId");
    }
  }

  static final class CourseNotHeldThen extends RuleViolation {
    CourseNotHeldThen() {
      super("/courseId");
    }
  }

  static final class ClassProgrammeUnknown extends RuleViolation {
    ClassProgrammeUnknown() {
      super("/programme");
    }
  }

  static final class PlanLineUnknown extends RuleViolation {
    PlanLineUnknown() {
      super("/planLineId");
    }
  }

  /** The need of the plan is for something else than the course gives. */
  static final class AnotherCompetencyNeeded extends RuleViolation {
    AnotherCompetencyNeeded(String competency) {
      super("/planLineId", competency);
    }
  }

  static final class UnitNotThere extends RuleViolation {
    UnitNotThere() {
      super("/unitId");
    }
  }

  static final class PlacesTaken extends RuleViolation {
    PlacesTaken(int places) {
      super("/participants", places);
    }
  }

  /** The unit that organises did not grant any places to the unit, so only it can enrol. */
  static final class NoPlacesGranted extends RuleViolation {
    NoPlacesGranted(int index) {
      super("/participants/" + index);
    }

    @Override
    public int status() {
      return 403;
    }
  }

  static final class ParticipantUnknown extends RuleViolation {
    ParticipantUnknown(int index) {
      super("/participants/" + index);
    }
  }

  /** She does not take part. */
  static final class NotEnrolled extends RuleViolation {
    NotEnrolled(String pointer) {
      super(pointer);
    }
  }

  static final class NamedTwice extends RuleViolation {
    NamedTwice(String pointer) {
      super(pointer);
    }
  }

  static final class WasPresent extends RuleViolation {
    WasPresent() {
      super("/personId");
    }

    @Override
    public int status() {
      return 409;
    }
  }

  /** Who was at no session has no result. */
  static final class NeverPresent extends RuleViolation {
    NeverPresent(String pointer) {
      super(pointer);
    }
  }

  static final class GradeWithoutPass extends RuleViolation {
    GradeWithoutPass(int index) {
      super("/results/" + index + "/grade");
    }
  }

  static final class NotASuccessor extends RuleViolation {
    NotASuccessor() {
      super("/successorId");
    }
  }

  static final class TooManyParticipants extends RuleViolation {
    TooManyParticipants(int most) {
      super("/participants", most);
    }
  }
}
