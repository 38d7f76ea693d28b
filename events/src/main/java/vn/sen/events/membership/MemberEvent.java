package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What happens to one member. Names, identity numbers and phones stay in the membership service.
 */
public sealed interface MemberEvent extends DomainEvent {

  /** What the event adds to the figures; empty where it moves none. */
  default List<MembershipChange> changes() {
    return List.of();
  }

  /** A branch proposed a woman for admission; she does not count yet. */
  @EventName("membership.member.proposed.v1")
  record MemberProposed(UUID unitId, MemberType type, @Nullable UUID householdId, LocalDate on)
      implements MemberEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The commune approved the proposal. */
  @EventName("membership.member.admitted.v1")
  record MemberAdmitted(UUID unitId, MemberType type, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberAdmitted {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The commune declined the proposal. */
  @EventName("membership.member.rejected.v1")
  record MemberRejected(LocalDate on) implements MemberEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A membership that already existed on paper (or that came from outside) was entered.
   *
   * @param on the day the membership began at the unit
   * @param importId the import that brought it, or null
   */
  @EventName("membership.member.registered.v1")
  record MemberRegistered(
      UUID unitId,
      MemberType type,
      @Nullable UUID householdId,
      @Nullable UUID importId,
      LocalDate on,
      List<MembershipChange> changes)
      implements MemberEvent {
    public MemberRegistered {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Particulars were corrected; the event names the fields, never their values. */
  @EventName("membership.member.corrected.v1")
  record MemberCorrected(List<String> fields, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberCorrected {
      fields = fields == null ? List.of() : List.copyOf(fields);
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** She became an ordinary or an honorary member. */
  @EventName("membership.member.type-changed.v1")
  record MemberTypeChanged(MemberType type, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberTypeChanged {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** She moved from one unit of the platform to another. */
  @EventName("membership.member.transferred.v1")
  record MemberTransferred(
      UUID fromUnitId, UUID toUnitId, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberTransferred {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The membership ended. */
  @EventName("membership.member.left.v1")
  record MemberLeft(UUID unitId, Flow reason, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberLeft {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** A former member was taken in again. */
  @EventName("membership.member.readmitted.v1")
  record MemberReadmitted(UUID unitId, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberReadmitted {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * A split of her unit assigned her to a successor personally, overriding her branch's assignment.
   */
  @EventName("membership.member.assigned.v1")
  record MemberAssigned(
      UUID redrawingId, UUID successorId, LocalDate on, List<MembershipChange> changes)
      implements MemberEvent {
    public MemberAssigned {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** She belongs to this household, or to none (null). */
  @EventName("membership.member.household-changed.v1")
  record MemberHouseholdChanged(
      @Nullable UUID fromHouseholdId, @Nullable UUID toHouseholdId, LocalDate on)
      implements MemberEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The record was entered by mistake: an import that brought it is withdrawn. She never counted.
   *
   * @param householdId the household that had been given, or null
   * @param withdrawalId the withdrawal of the import
   * @param approval who proposed and who approved it
   * @param on the day of the withdrawal; the changes are of the days on which she was counted
   */
  @EventName("membership.member.withdrawn.v1")
  record MemberWithdrawn(
      @Nullable UUID householdId,
      UUID withdrawalId,
      Approval approval,
      LocalDate on,
      List<MembershipChange> changes)
      implements MemberEvent {
    public MemberWithdrawn {
      changes = orEmpty(changes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * Her data was erased at her request. What she added to the figures stays; who she was, nobody
   * can say any more.
   */
  @EventName("membership.member.erased.v1")
  record MemberErased(LocalDate on) implements MemberEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  private static List<MembershipChange> orEmpty(@Nullable List<MembershipChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}
