package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/** What happens to one household: the borrower side of lending. */
public sealed interface HouseholdEvent extends DomainEvent {

  @EventName("membership.household.registered.v1")
  record HouseholdRegistered(UUID unitId, LocalDate on) implements HouseholdEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** Particulars were corrected; the event names the fields, never their values. */
  @EventName("membership.household.corrected.v1")
  record HouseholdCorrected(List<String> fields, LocalDate on) implements HouseholdEvent {
    public HouseholdCorrected {
      fields = fields == null ? List.of() : List.copyOf(fields);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The household moved to another unit. */
  @EventName("membership.household.moved.v1")
  record HouseholdMoved(UUID fromUnitId, UUID toUnitId, LocalDate on) implements HouseholdEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** A living member of the Union belongs to the household. */
  @EventName("membership.household.member-joined.v1")
  record HouseholdMemberJoined(UUID memberId, LocalDate on) implements HouseholdEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The member left the household, the Union, or died. */
  @EventName("membership.household.member-left.v1")
  record HouseholdMemberLeft(UUID memberId, LocalDate on) implements HouseholdEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
