package vn.sen.events.training;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who is to take part in a class.
 *
 * @param personId a member of the Union, or a participant whom only training knows
 * @param unitId the unit she counts at, for good
 * @param via the successors a split assigned her to; usually empty
 * @param category as what she takes part
 */
public record Enrolment(UUID personId, UUID unitId, List<UUID> via, ParticipantCategory category) {

  public Enrolment {
    // absent on the wire when empty
    via = via == null ? List.of() : List.copyOf(via);
  }
}
