package vn.sen.events.membership;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What is decided about an import of members that was carried out by mistake. What it takes back of
 * the figures, the members' own events say: {@link MemberEvent.MemberWithdrawn}.
 */
public sealed interface ImportEvent extends DomainEvent {

  /**
   * Somebody proposed to withdraw an import; it stays as it is until somebody else approves.
   *
   * @param author by id
   */
  @EventName("membership.import.withdrawal-proposed.v1")
  record WithdrawalProposed(UUID importId, String author, LocalDate on) implements ImportEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The members that nothing else has happened to since are being withdrawn. */
  @EventName("membership.import.withdrawal-approved.v1")
  record WithdrawalApproved(UUID importId, Approval approval, LocalDate on) implements ImportEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The import stays.
   *
   * @param rejectedBy by id
   */
  @EventName("membership.import.withdrawal-rejected.v1")
  record WithdrawalRejected(UUID importId, String rejectedBy, LocalDate on) implements ImportEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The import is withdrawn.
   *
   * @param withdrawn members that do not count any more
   * @param kept members that were left, because something else has happened to them since
   */
  @EventName("membership.import.withdrawn.v1")
  record ImportWithdrawn(UUID importId, long withdrawn, long kept, LocalDate on)
      implements ImportEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
