package vn.sen.training.nomination;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.training.NominationEvent.NominationAccepted;
import vn.sen.events.training.NominationEvent.NominationRefused;
import vn.sen.events.training.NominationEvent.NominationSent;
import vn.sen.events.training.NominationEvent.NominationWithdrawn;
import vn.sen.events.training.NominationEvent.NomineeEnrolled;
import vn.sen.events.training.NominationEvent.PersonNominated;
import vn.sen.events.training.NominationRefusal;

/** A nomination, in one of six states. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Nomination.Nominated.class, name = "NOMINATED"),
  @JsonSubTypes.Type(value = Nomination.Sent.class, name = "SENT"),
  @JsonSubTypes.Type(value = Nomination.Accepted.class, name = "ACCEPTED"),
  @JsonSubTypes.Type(value = Nomination.Refused.class, name = "REFUSED"),
  @JsonSubTypes.Type(value = Nomination.Enrolled.class, name = "ENROLLED"),
  @JsonSubTypes.Type(value = Nomination.Withdrawn.class, name = "WITHDRAWN")
})
sealed interface Nomination {

  /** As the API names the states. */
  enum Status {
    NOMINATED,
    SENT,
    ACCEPTED,
    REFUSED,
    ENROLLED,
    WITHDRAWN
  }

  /** Who is proposed for what, and by whom. */
  record Proposal(UUID personId, UUID courseId, UUID unitId, LocalDate on) {}

  Proposal proposal();

  /** The day of the last step. */
  LocalDate on();

  /** A unit proposes one of its people. */
  record Nominated(Proposal proposal) implements Nomination {
    @Override
    public LocalDate on() {
      return proposal.on();
    }
  }

  /**
   * It is before the committee.
   *
   * @param document the number of the letter, or null
   */
  record Sent(Proposal proposal, @Nullable String document, LocalDate on) implements Nomination {}

  /**
   * The committee agreed.
   *
   * @param document the number of its answer, or null
   */
  record Accepted(Proposal proposal, @Nullable String document, LocalDate on)
      implements Nomination {}

  /**
   * It did not.
   *
   * @param document the number of its answer, or null
   */
  record Refused(
      Proposal proposal, NominationRefusal reason, @Nullable String document, LocalDate on)
      implements Nomination {}

  /**
   * She takes part in a class.
   *
   * @param classId null where the class is held by a school outside the platform
   */
  record Enrolled(Proposal proposal, @Nullable UUID classId, LocalDate on) implements Nomination {}

  /** The unit does not propose her any more. */
  record Withdrawn(Proposal proposal, LocalDate on) implements Nomination {}

  default Status status() {
    return switch (this) {
      case Nominated _ -> Status.NOMINATED;
      case Sent _ -> Status.SENT;
      case Accepted _ -> Status.ACCEPTED;
      case Refused _ -> Status.REFUSED;
      case Enrolled _ -> Status.ENROLLED;
      case Withdrawn _ -> Status.WITHDRAWN;
    };
  }

  /** Whether something is still to come of it. */
  default boolean isPending() {
    return switch (this) {
      case Nominated _, Sent _, Accepted _ -> true;
      case Refused _, Enrolled _, Withdrawn _ -> false;
    };
  }

  static Decision<Nomination> nominate(Proposal proposal, LocalDate today) {
    requireNotAfter(proposal.on(), today);
    return Decision.of(
        new Nominated(proposal),
        new PersonNominated(
            proposal.personId(), proposal.courseId(), proposal.unitId(), proposal.on()));
  }

  default Decision<Nomination> send(@Nullable String document, LocalDate on, LocalDate today) {
    requireStep(this instanceof Nominated, on, today);
    return Decision.of(new Sent(proposal(), document, on), new NominationSent(on));
  }

  default Decision<Nomination> accept(@Nullable String document, LocalDate on, LocalDate today) {
    requireStep(this instanceof Sent, on, today);
    return Decision.of(new Accepted(proposal(), document, on), new NominationAccepted(on));
  }

  default Decision<Nomination> refuse(
      NominationRefusal reason, @Nullable String document, LocalDate on, LocalDate today) {
    requireStep(this instanceof Sent, on, today);
    return Decision.of(
        new Refused(proposal(), reason, document, on), new NominationRefused(reason, on));
  }

  /** She takes part in a class of a school outside the platform. */
  default Decision<Nomination> enrolElsewhere(LocalDate on, LocalDate today) {
    requireStep(this instanceof Accepted, on, today);
    return Decision.of(new Enrolled(proposal(), null, on), new NomineeEnrolled(null, on));
  }

  /** She was enrolled in a class of the course; means nothing to what was not accepted. */
  default Decision<Nomination> enrolledIn(UUID classId, LocalDate on) {
    return this instanceof Accepted
        ? Decision.of(new Enrolled(proposal(), classId, on), new NomineeEnrolled(classId, on))
        : Decision.nothing(this);
  }

  default Decision<Nomination> withdraw(LocalDate on, LocalDate today) {
    requireStep(isPending(), on, today);
    return Decision.of(new Withdrawn(proposal(), on), new NominationWithdrawn(on));
  }

  private void requireStep(boolean follows, LocalDate on, LocalDate today) {
    if (!follows) {
      throw new NominationRules.NotTheNextStep(status());
    }
    if (on.isBefore(on())) {
      throw new NominationRules.BeforeTheStepBefore(on());
    }
    requireNotAfter(on, today);
  }

  private static void requireNotAfter(LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      throw new NominationRules.StepInFuture();
    }
  }
}
