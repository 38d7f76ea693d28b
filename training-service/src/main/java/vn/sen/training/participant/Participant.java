package vn.sen.training.participant;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantEvent.ParticipantCorrected;
import vn.sen.events.training.ParticipantEvent.ParticipantErased;
import vn.sen.events.training.ParticipantEvent.ParticipantRegistered;

/**
 * Somebody who takes part in what the Union organises and whom the membership service does not
 * know: a respected person, the head of a village, a man.
 *
 * @param name null once it was erased
 * @param unitId where she or he lives
 * @param erasedOn null while the name is there
 */
record Participant(
    @Nullable String name,
    UUID unitId,
    ParticipantCategory category,
    @Nullable LocalDate erasedOn) {

  private static final Set<ParticipantCategory> KNOWN_TO_MEMBERSHIP =
      EnumSet.of(ParticipantCategory.CADRE, ParticipantCategory.MEMBER);

  /** Members and cadres take part under the membership service's id of them. */
  static final class CategoryOfMembers extends RuleViolation {
    CategoryOfMembers() {
      super("/category");
    }
  }

  /** The name was erased; the record says nothing of anybody any more. */
  static final class ParticipantIsErased extends RuleViolation {
    ParticipantIsErased() {
      super("");
    }

    @Override
    public int status() {
      return 410;
    }
  }

  static Decision<Participant> register(
      String name, UUID unitId, ParticipantCategory category, LocalDate today) {
    if (KNOWN_TO_MEMBERSHIP.contains(category)) {
      throw new CategoryOfMembers();
    }
    return Decision.of(
        new Participant(name, unitId, category, null),
        new ParticipantRegistered(unitId, category, today));
  }

  Decision<Participant> correct(String corrected, LocalDate today) {
    if (erasedOn != null) {
      throw new ParticipantIsErased();
    }
    return corrected.equals(name)
        ? Decision.nothing(this)
        : Decision.of(
            new Participant(corrected, unitId, category, null), new ParticipantCorrected(today));
  }

  Decision<Participant> erase(LocalDate today) {
    return erasedOn != null
        ? Decision.nothing(this)
        : Decision.of(new Participant(null, unitId, category, today), new ParticipantErased(today));
  }

  /** Nothing of it may reach a log. */
  @Override
  public String toString() {
    return "Participant[…]";
  }
}
