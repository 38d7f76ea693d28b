package vn.sen.chassis.assignment;

import java.util.List;
import java.util.UUID;
import vn.sen.chassis.access.Scope.Reach;
import vn.sen.chassis.assignment.Assignment.Outcome;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.org.Split;

/**
 * What was planned for a record: it is given to a successor. Between the plan and the change others
 * may assign the record; their word is not written over.
 */
public final class Handover {

  private final Split split;
  private final Wanted wanted;
  private final UUID successor;
  private final Reach reach;
  private final Judge judge;

  Handover(Split split, Wanted wanted, UUID successor, Reach reach, Judge judge) {
    this.split = split;
    this.wanted = wanted;
    this.successor = successor;
    this.reach = reach;
    this.judge = judge;
  }

  public Split split() {
    return split;
  }

  /** Who gets the record. */
  public UUID successor() {
    return successor;
  }

  /** Which records are meant, by the service's name for it. */
  public String rule() {
    return wanted.rule();
  }

  /**
   * Makes sure that what was planned still holds; what does not ends the change.
   *
   * @param unit where the record lies as it is changed
   * @param via the successors that it follows then
   */
  public void requireAsPlanned(UUID unit, List<UUID> via) {
    var outcome = judge.of(split, wanted, reach, unit, via, successor);
    if (outcome != Outcome.ASSIGNED) {
      throw new NotAsPlanned(outcome);
    }
  }
}
