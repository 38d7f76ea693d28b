package vn.sen.events.training;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a step of a class counts: everything its figures are asked for by. The class itself is the
 * event's subject.
 *
 * @param themeId the theme of the course
 * @param courseId the course
 * @param unitId the participant's unit; the organiser's for what is not about a person
 * @param via the successors a split assigned the participant or the class to; usually empty
 * @param personId who took part: a member of the Union, or a participant whom only training knows;
 *     null for what is about the class as a whole
 * @param category as what she took part; null where nobody did
 * @param programme the code of the programme the class belongs to, or null
 */
public record ClassPlace(
    UUID themeId,
    UUID courseId,
    UUID unitId,
    List<UUID> via,
    @Nullable UUID personId,
    @Nullable ParticipantCategory category,
    @Nullable String programme) {

  public ClassPlace {
    // absent on the wire when empty
    via = via == null ? List.of() : List.copyOf(via);
  }
}
