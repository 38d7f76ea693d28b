package vn.sen.events.training;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one nomination: somebody is proposed for a political-theory course, which the
 * Party committee (cấp ủy) decides about.
 */
public sealed interface NominationEvent extends DomainEvent {

  /** The business date. */
  LocalDate on();

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * A unit proposes one of its people.
   *
   * @param personId who is proposed
   * @param courseId for which course
   * @param unitId who proposes
   */
  @EventName("training.nomination.made.v1")
  record PersonNominated(UUID personId, UUID courseId, UUID unitId, LocalDate on)
      implements NominationEvent {}

  /** The proposal went to the committee. */
  @EventName("training.nomination.sent.v1")
  record NominationSent(LocalDate on) implements NominationEvent {}

  /** The committee agreed. */
  @EventName("training.nomination.accepted.v1")
  record NominationAccepted(LocalDate on) implements NominationEvent {}

  /**
   * The committee did not agree.
   *
   * @param reason why
   */
  @EventName("training.nomination.refused.v1")
  record NominationRefused(NominationRefusal reason, LocalDate on) implements NominationEvent {}

  /**
   * She takes part in a class.
   *
   * @param classId the class; null where it is held by a school outside the platform
   */
  @EventName("training.nomination.enrolled.v1")
  record NomineeEnrolled(@Nullable UUID classId, LocalDate on) implements NominationEvent {}

  /** The unit does not propose her any more. */
  @EventName("training.nomination.withdrawn.v1")
  record NominationWithdrawn(LocalDate on) implements NominationEvent {}
}
