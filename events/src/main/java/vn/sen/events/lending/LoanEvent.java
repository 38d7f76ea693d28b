package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;
import vn.sen.events.membership.Approval;

/**
 * What happens to one loan. The bank's loan, customer and reference numbers stay in the lending
 * service. Amounts are whole đồng.
 */
public sealed interface LoanEvent extends DomainEvent {

  /** The business date. */
  LocalDate on();

  /** What the event adds to the figures; empty where it moves none. */
  default List<LoanChange> changes() {
    return List.of();
  }

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * The platform knows the loan from now on, disbursed by the bank or taken over with what was left
   * of it on a day.
   *
   * @param principal what was lent
   * @param rateBasisPoints interest per year, in hundredths of a percent
   * @param statementId the opening statement that brought it, or null
   * @param on the day of disbursement, or the day whose balances were taken over
   */
  @EventName("lending.loan.opened.v1")
  record LoanOpened(
      LoanPlace place,
      long principal,
      LocalDate disbursedOn,
      int rateBasisPoints,
      @Nullable UUID statementId,
      LocalDate on,
      List<LoanChange> changes)
      implements LoanEvent {
    public LoanOpened {
      changes = orEmpty(changes);
    }
  }

  /** A further part of the principal was paid out. */
  @EventName("lending.loan.disbursed.v1")
  record LoanDisbursed(long amount, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public LoanDisbursed {
      changes = orEmpty(changes);
    }
  }

  @EventName("lending.loan.principal-repaid.v1")
  record PrincipalRepaid(long amount, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public PrincipalRepaid {
      changes = orEmpty(changes);
    }
  }

  @EventName("lending.loan.interest-paid.v1")
  record InterestPaid(long amount, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public InterestPaid {
      changes = orEmpty(changes);
    }
  }

  @EventName("lending.loan.interest-waived.v1")
  record InterestWaived(long amount, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public InterestWaived {
      changes = orEmpty(changes);
    }
  }

  /** Principal that was not paid in time. */
  @EventName("lending.loan.moved-to-overdue.v1")
  record MovedToOverdue(long amount, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public MovedToOverdue {
      changes = orEmpty(changes);
    }
  }

  /** Overdue principal that is in term again. */
  @EventName("lending.loan.returned-to-term.v1")
  record ReturnedToTerm(long amount, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public ReturnedToTerm {
      changes = orEmpty(changes);
    }
  }

  /**
   * The interest of all that is owed is stopped.
   *
   * @param until the last day
   */
  @EventName("lending.loan.frozen.v1")
  record LoanFrozen(LocalDate until, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public LoanFrozen {
      changes = orEmpty(changes);
    }
  }

  /** Interest runs again; what was frozen is in term. */
  @EventName("lending.loan.thawed.v1")
  record LoanThawed(LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public LoanThawed {
      changes = orEmpty(changes);
    }
  }

  @EventName("lending.loan.extended.v1")
  record LoanExtended(LocalDate dueOn, LocalDate on, List<LoanChange> changes)
      implements LoanEvent {
    public LoanExtended {
      changes = orEmpty(changes);
    }
  }

  /** The bank has given up what was owed. */
  @EventName("lending.loan.written-off.v1")
  record LoanWrittenOff(LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public LoanWrittenOff {
      changes = orEmpty(changes);
    }
  }

  /** All was paid; what was still owed was paid on this day. */
  @EventName("lending.loan.settled.v1")
  record LoanSettled(LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public LoanSettled {
      changes = orEmpty(changes);
    }
  }

  /** Somebody else owes the loan now, for instance an heir. */
  @EventName("lending.loan.borrower-replaced.v1")
  record BorrowerReplaced(UUID householdId, LocalDate on, List<LoanChange> changes)
      implements LoanEvent {
    public BorrowerReplaced {
      changes = orEmpty(changes);
    }
  }

  /**
   * The loan is followed by another savings and credit group, or in another commune.
   *
   * @param groupId null where it is followed by none
   */
  @EventName("lending.loan.regrouped.v1")
  record LoanRegrouped(@Nullable UUID groupId, UUID unitId, LocalDate on, List<LoanChange> changes)
      implements LoanEvent {
    public LoanRegrouped {
      changes = orEmpty(changes);
    }
  }

  /**
   * What is owed is paid at another transaction point of the bank; where the loan counts stays as
   * it was.
   *
   * @param point the bank's code of it, which is no commune's
   */
  @EventName("lending.loan.point-changed.v1")
  record TransactionPointChanged(String point, LocalDate on, List<LoanChange> changes)
      implements LoanEvent {
    public TransactionPointChanged {
      changes = orEmpty(changes);
    }
  }

  /**
   * Of the successors of a unit that was split, the loan follows this one, for all the time it has
   * been at the unit.
   */
  @EventName("lending.loan.assigned.v1")
  record LoanAssigned(UUID unitId, UUID successorId, LocalDate on, List<LoanChange> changes)
      implements LoanEvent {
    public LoanAssigned {
      changes = orEmpty(changes);
    }
  }

  /** An earlier update was corrected: another amount or day. */
  @EventName("lending.loan.posting-corrected.v1")
  record PostingCorrected(LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public PostingCorrected {
      changes = orEmpty(changes);
    }
  }

  /** An earlier update is taken back: it never happened. */
  @EventName("lending.loan.posting-reversed.v1")
  record PostingReversed(LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public PostingReversed {
      changes = orEmpty(changes);
    }
  }

  /**
   * The balances are what a statement says they are on its day.
   *
   * @param statementId the statement
   * @param approval who proposed and who approved to take its word, whether the bank sent it or the
   *     province uploaded it
   */
  @EventName("lending.loan.restated.v1")
  record LoanRestated(
      UUID statementId, @Nullable Approval approval, LocalDate on, List<LoanChange> changes)
      implements LoanEvent {
    public LoanRestated {
      changes = orEmpty(changes);
    }
  }

  /** Something happened in the borrowing household that somebody should look at. */
  @EventName("lending.loan.review-asked.v1")
  record ReviewAsked(LoanReview reason, LocalDate on) implements LoanEvent {}

  /** Somebody has looked at it. */
  @EventName("lending.loan.reviewed.v1")
  record Reviewed(LocalDate on) implements LoanEvent {}

  /**
   * How the loan is used was checked at the household.
   *
   * @param asAgreed whether the money was used for what it was lent for
   */
  @EventName("lending.loan.use-checked.v1")
  record UseChecked(boolean asAgreed, LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public UseChecked {
      changes = orEmpty(changes);
    }
  }

  /** Other checks of the use are due than before: what is agreed with the bank has changed. */
  @EventName("lending.loan.check-terms-changed.v1")
  record CheckTermsChanged(LocalDate on, List<LoanChange> changes) implements LoanEvent {
    public CheckTermsChanged {
      changes = orEmpty(changes);
    }
  }

  private static List<LoanChange> orEmpty(@Nullable List<LoanChange> changes) {
    return changes == null ? List.of() : List.copyOf(changes);
  }
}
