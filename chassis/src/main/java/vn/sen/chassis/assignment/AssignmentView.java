package vn.sen.chassis.assignment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.assignment.Assignment.Outcome;

/**
 * An assignment as clients see it.
 *
 * @param unitId the unit that was divided
 * @param successorId who gets what is meant; null where the rule finds a successor for each record
 * @param rule which records are meant
 * @param counts what became of how many of them so far
 * @param failure the name of the rule that stopped it; null where none did
 */
public record AssignmentView(
    UUID id,
    UUID unitId,
    @Nullable UUID successorId,
    String rule,
    boolean again,
    String author,
    Instant createdAt,
    Assignment.State state,
    Map<Outcome, Long> counts,
    @Nullable String failure) {

  public static AssignmentView of(Assignment assignment) {
    var wanted = assignment.wanted();
    return new AssignmentView(
        assignment.id(),
        wanted.unitId(),
        wanted.successorId(),
        wanted.rule(),
        wanted.again(),
        assignment.author(),
        assignment.createdAt(),
        assignment.state(),
        assignment.counts(),
        assignment.failure());
  }
}
