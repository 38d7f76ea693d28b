package vn.sen.lending.loan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A check of a loan's use that the Union owes.
 *
 * @param opensOn the first day on which a visit counts for it
 * @param dueOn its last day
 * @param doneOn the day of the first visit that counts for it, or null
 * @param lapsedOn the day from which nothing was owed any more, where it was late then; else null
 */
public record UseCheckDue(
    LocalDate opensOn, LocalDate dueOn, @Nullable LocalDate doneOn, @Nullable LocalDate lapsedOn) {

  /** How a check stands on a day. */
  public enum State {
    /** Its last day has not passed. */
    TO_DO,
    /** Its last day has passed. */
    LATE,
    DONE_IN_TIME,
    DONE_LATE,
    /** It was late when nothing was owed any more. */
    LAPSED
  }

  /** How it stands on a day; what happened later does not count. */
  public State on(LocalDate day) {
    if (doneOn != null && !doneOn.isAfter(day)) {
      return inTime() ? State.DONE_IN_TIME : State.DONE_LATE;
    }
    if (lapsedOn != null && !lapsedOn.isAfter(day)) {
      return State.LAPSED;
    }
    return dueOn.isBefore(day) ? State.LATE : State.TO_DO;
  }

  /**
   * By how many days it is late on a day, or was when it was done; 0 where it is not.
   *
   * @param day what happened later does not count
   */
  public long lateDays(LocalDate day) {
    return switch (on(day)) {
      case LATE -> ChronoUnit.DAYS.between(dueOn, day);
      case DONE_LATE -> ChronoUnit.DAYS.between(dueOn, doneOn);
      case TO_DO, DONE_IN_TIME, LAPSED -> 0;
    };
  }

  boolean inTime() {
    return doneOn != null && !doneOn.isAfter(dueOn);
  }

  boolean isOpen() {
    return doneOn == null && lapsedOn == null;
  }
}
