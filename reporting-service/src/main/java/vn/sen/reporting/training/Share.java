package vn.sen.reporting.training;

import java.time.LocalDate;
import vn.sen.events.training.BudgetSource;
import vn.sen.events.training.TrainingMeasure;

/**
 * What one part of a class adds to the totals that it belongs to, in a period.
 *
 * @param person who took part, by number; {@link ClassPart#NONE} for the class as a whole
 * @param source where the budget comes from
 */
record Share(
    int person,
    BudgetSource source,
    long classes,
    long budget,
    long turns,
    long sessionTurns,
    long passed,
    long sessions,
    long issued,
    long revoked) {

  static Share of(ClassPart part, BudgetSource source, LocalDate from, LocalDate asOf) {
    var steps = part.steps();
    return new Share(
        part.spot().person(),
        source,
        steps.within(TrainingMeasure.CLASSES, from, asOf),
        steps.within(TrainingMeasure.BUDGET, from, asOf),
        steps.within(TrainingMeasure.TURNS, from, asOf),
        steps.within(TrainingMeasure.SESSION_TURNS, from, asOf),
        steps.within(TrainingMeasure.PASSED, from, asOf),
        0,
        0,
        0);
  }

  static Share ofSessions(long sessions) {
    return new Share(ClassPart.NONE, BudgetSource.OTHER, 0, 0, 0, 0, 0, sessions, 0, 0);
  }

  static Share ofCertificate(boolean issued, boolean revoked) {
    return new Share(
        ClassPart.NONE, BudgetSource.OTHER, 0, 0, 0, 0, 0, 0, issued ? 1 : 0, revoked ? 1 : 0);
  }

  boolean isNothing() {
    return (classes | budget | turns | sessionTurns | passed | sessions | issued | revoked) == 0;
  }
}
