package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to the record of a participant who is neither a member nor a cadre of the Union. Who
 * it is stays in the training service.
 */
public sealed interface ParticipantEvent extends DomainEvent {

  /**
   * Somebody whom the membership service does not know takes part in what the Union organises.
   *
   * @param unitId where she or he lives
   * @param category as what
   */
  @EventName("training.participant.registered.v1")
  record ParticipantRegistered(UUID unitId, ParticipantCategory category, LocalDate on)
      implements ParticipantEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Particulars were corrected. */
  @EventName("training.participant.corrected.v1")
  record ParticipantCorrected(LocalDate on) implements ParticipantEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The name was erased at the person's request; what she or he attended still counts. */
  @EventName("training.participant.erased.v1")
  record ParticipantErased(LocalDate on) implements ParticipantEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
