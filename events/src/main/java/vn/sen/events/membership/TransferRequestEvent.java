package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to a receiving unit's request for a member whose record lies in another unit. The
 * move itself is an event of the member: {@link MemberEvent.MemberTransferred} or {@link
 * MemberEvent.MemberReadmitted}.
 */
public sealed interface TransferRequestEvent extends DomainEvent {

  /**
   * A unit asked for a member of another unit, which is to confirm.
   *
   * @param candidates the members who may be meant; several where the paper fits several
   * @param fromUnitId the unit that is to confirm
   * @param movedOn the day from which she belongs to the receiving unit
   * @param requestedBy who asked, by id
   * @param answerBy the last day for an answer before the units' common superior decides
   */
  @EventName("membership.transfer.requested.v1")
  record TransferRequested(
      List<UUID> candidates,
      UUID fromUnitId,
      UUID toUnitId,
      LocalDate movedOn,
      String requestedBy,
      LocalDate on,
      LocalDate answerBy)
      implements TransferRequestEvent {
    public TransferRequested {
      candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A unit asked for somebody of whom no other unit has a record. It is on record like any other
   * question about a person.
   *
   * @param requestedBy who asked, by id
   */
  @EventName("membership.transfer.nobody-found.v1")
  record NobodyFound(UUID toUnitId, LocalDate movedOn, String requestedBy, LocalDate on)
      implements TransferRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The unit did not answer in time: the superior decides.
   *
   * @param superiorId the lowest common superior on that day; null where only the whole Union is
   */
  @EventName("membership.transfer.escalated.v1")
  record TransferEscalated(@Nullable UUID superiorId, LocalDate on)
      implements TransferRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The request was confirmed: the member is to be moved.
   *
   * @param movedOn the day from which she belongs to the receiving unit
   * @param confirmedBy who decided so, by id
   */
  @EventName("membership.transfer.confirmed.v1")
  record TransferConfirmed(
      UUID memberId, UUID toUnitId, LocalDate movedOn, String confirmedBy, LocalDate on)
      implements TransferRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The request was refused; the reason stays in the membership service.
   *
   * @param refusedBy who decided so, by id
   */
  @EventName("membership.transfer.refused.v1")
  record TransferRefused(String refusedBy, LocalDate on) implements TransferRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The member was moved. */
  @EventName("membership.transfer.carried-out.v1")
  record TransferCarriedOut(UUID memberId, LocalDate on) implements TransferRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The member could not be moved: something has happened to her since the request was confirmed.
   *
   * @param rule the rule that refused it
   */
  @EventName("membership.transfer.failed.v1")
  record TransferFailed(UUID memberId, String rule, LocalDate on) implements TransferRequestEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
