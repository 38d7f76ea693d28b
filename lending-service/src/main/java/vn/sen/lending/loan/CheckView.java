package vn.sen.lending.loan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A check of the use that the Union owes.
 *
 * @param dueOn its last day
 * @param state on the day asked for
 * @param doneOn null where it is not done by then
 * @param lateDays by how many days it is late, or was when it was done
 */
record CheckView(
    LocalDate dueOn, UseCheckDue.State state, @Nullable LocalDate doneOn, long lateDays) {

  static CheckView of(UseCheckDue check, LocalDate day) {
    var done = check.doneOn();
    return new CheckView(
        check.dueOn(),
        check.on(day),
        done == null || done.isAfter(day) ? null : done,
        check.lateDays(day));
  }
}
