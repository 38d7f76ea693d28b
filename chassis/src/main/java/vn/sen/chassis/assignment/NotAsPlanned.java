package vn.sen.chassis.assignment;

import vn.sen.chassis.assignment.Assignment.Outcome;

/**
 * Ends the change of a record that somebody else has assigned or moved since it was planned: no
 * refusal that anybody sees, for {@link Assignments} notes what becomes of the record instead.
 */
final class NotAsPlanned extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  NotAsPlanned(Outcome outcome) {
    super(outcome.name(), null, false, false);
    this.outcome = outcome;
  }

  /** What becomes of the record instead. */
  Outcome outcome() {
    return outcome;
  }
}
