package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;
import vn.sen.events.membership.Approval;

/** What happens to one statement of a bank. */
public sealed interface StatementEvent extends DomainEvent {

  /**
   * The statement is here as a whole: its lines have the digest and the totals that the bank
   * announced.
   *
   * @param opening whether loans the platform does not know are taken over from it
   * @param asOf the day whose balances it states
   * @param supersedesId the statement it stands in the place of, or null
   */
  @EventName("lending.statement.received.v1")
  record StatementReceived(
      UUID bankId,
      boolean opening,
      LocalDate asOf,
      ControlTotals totals,
      @Nullable UUID supersedesId,
      LocalDate on)
      implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * Every line has been compared with the platform's loans.
   *
   * @param equal loans that agree to the đồng
   * @param computed what the platform counts for the bank on the statement's day
   * @param differences by cause, without those that do not occur
   * @param refused lines that cannot be understood or must not be taken
   */
  @EventName("lending.statement.reconciled.v1")
  record StatementReconciled(
      UUID bankId,
      LocalDate asOf,
      ControlTotals stated,
      ControlTotals computed,
      long equal,
      long opened,
      long refused,
      List<Differences> differences)
      implements StatementEvent {

    public StatementReconciled {
      differences = differences == null ? List.of() : List.copyOf(differences);
    }

    @Override
    public LocalDate effectiveDate() {
      return asOf;
    }
  }

  /**
   * Differences of one cause.
   *
   * @param amount what the statement says minus what the platform says, in đồng
   */
  record Differences(DifferenceCause cause, long loans, long amount) {}

  /**
   * Somebody proposed to take the statement's word; nothing changes until somebody else approves.
   *
   * @param causes of the differences in question
   * @param author by id
   */
  @EventName("lending.statement.acceptance-proposed.v1")
  record AcceptanceProposed(UUID bankId, List<DifferenceCause> causes, String author, LocalDate on)
      implements StatementEvent {

    public AcceptanceProposed {
      causes = causes == null ? List.of() : List.copyOf(causes);
    }

    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The platform's figures stay.
   *
   * @param rejectedBy by id
   */
  @EventName("lending.statement.acceptance-rejected.v1")
  record AcceptanceRejected(UUID bankId, String rejectedBy, LocalDate on)
      implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The statement's word was taken for some of the differences. */
  @EventName("lending.statement.accepted.v1")
  record DifferencesAccepted(UUID bankId, Approval approval, long loans, LocalDate on)
      implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** The statement was wrong: it says nothing any more. */
  @EventName("lending.statement.withdrawn.v1")
  record StatementWithdrawn(UUID bankId, LocalDate on) implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * The province uploaded the statement of a bank that cannot send it; nothing of it counts until
   * somebody else has released it.
   *
   * @param asOf the day whose balances it states
   * @param author by id
   */
  @EventName("lending.statement.upload-proposed.v1")
  record UploadProposed(
      UUID bankId, LocalDate asOf, ControlTotals totals, String author, LocalDate on)
      implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /** It goes the way of a statement that a bank has sent. */
  @EventName("lending.statement.upload-released.v1")
  record UploadReleased(UUID bankId, Approval approval, LocalDate on) implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }

  /**
   * Nothing becomes of it.
   *
   * @param rejectedBy by id
   */
  @EventName("lending.statement.upload-rejected.v1")
  record UploadRejected(UUID bankId, String rejectedBy, LocalDate on) implements StatementEvent {
    @Override
    public LocalDate effectiveDate() {
      return on;
    }
  }
}
