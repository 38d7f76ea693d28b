package vn.sen.events.training;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a step of an activity counts: everything its figures are asked for by. The activity itself
 * is the event's subject.
 *
 * @param kind what it is
 * @param unitId the organiser: everything counts there, also the turns of other units' people
 * @param via the successors that splits of the organiser assigned the activity to; usually empty
 * @param targetUnitId the unit that was visited, or null
 * @param targetVia the same for the visited unit
 * @param programme the code of the programme of the Union it belongs to, or null
 * @param themeId its theme, or null
 * @param personId of a turn: the member who came; null for people of whom only the number is known,
 *     and for what is not about people
 * @param category of a turn: as what she came; null for what is not a turn
 * @param trait of turns of people with a trait: which; null for anything else
 */
public record ActivityPlace(
    ActivityKind kind,
    UUID unitId,
    List<UUID> via,
    @Nullable UUID targetUnitId,
    List<UUID> targetVia,
    @Nullable String programme,
    @Nullable UUID themeId,
    @Nullable UUID personId,
    @Nullable ParticipantCategory category,
    @Nullable ParticipantTrait trait) {

  public ActivityPlace {
    // absent on the wire when empty
    via = via == null ? List.of() : List.copyOf(via);
    targetVia = targetVia == null ? List.of() : List.copyOf(targetVia);
  }
}
