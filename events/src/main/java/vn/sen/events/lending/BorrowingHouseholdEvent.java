package vn.sen.events.lending;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventName;

/**
 * What is known of a household that borrows. It is opened when a bank's line names somebody whom
 * nobody has borrowed as before, and counts from then on; an officer says later who it is.
 */
public sealed interface BorrowingHouseholdEvent extends DomainEvent {

  /** The day of the command; what it says may hold from an earlier day on. */
  LocalDate on();

  @Override
  default LocalDate effectiveDate() {
    return on();
  }

  /**
   * A bank's line named a borrower whom no line named before.
   *
   * @param unitId where the bank says she lives
   * @param knownHouseholdId the membership service's household where it was known at once, or null
   */
  @EventName("lending.household.opened.v1")
  record HouseholdOpened(UUID unitId, @Nullable UUID knownHouseholdId, LocalDate on)
      implements BorrowingHouseholdEvent {}

  /**
   * An officer said which household of the membership service it is.
   *
   * @param knownHouseholdId null for a household that has no member of the Union
   */
  @EventName("lending.household.confirmed.v1")
  record HouseholdConfirmed(@Nullable UUID knownHouseholdId, LocalDate on)
      implements BorrowingHouseholdEvent {}

  /** Nobody could say yet who it is; it stays in the queue. */
  @EventName("lending.household.left-unknown.v1")
  record HouseholdLeftUnknown(LocalDate on) implements BorrowingHouseholdEvent {}

  /**
   * It is the same household as another one.
   *
   * @param intoId the other one, in whose place it counts from then on
   * @param from the first day on which they count as one
   */
  @EventName("lending.household.merged.v1")
  record HouseholdMerged(UUID intoId, LocalDate from, LocalDate on)
      implements BorrowingHouseholdEvent {}

  /**
   * It is a household of its own.
   *
   * @param from the first day on which it counts by itself again
   */
  @EventName("lending.household.unmerged.v1")
  record HouseholdUnmerged(LocalDate from, LocalDate on) implements BorrowingHouseholdEvent {}

  /**
   * Its borrower is a member of a household of the membership service: the hash of her identity
   * number is hers. No officer has said so; one can undo it.
   *
   * @param formerHouseholdId the one she was matched with before, or null
   * @param from the first day on which it holds
   */
  @EventName("lending.household.matched.v1")
  record HouseholdMatched(
      UUID knownHouseholdId, @Nullable UUID formerHouseholdId, LocalDate from, LocalDate on)
      implements BorrowingHouseholdEvent {}

  /**
   * The match is none. Where an officer said so it is in the queue again and stays there until an
   * officer says what it is; where nobody bears the identity number any more, it is open to the
   * rule again.
   *
   * @param formerHouseholdId the one it was matched with
   * @param from the first day on which it counts by itself again, where it counted as another one
   */
  @EventName("lending.household.match-undone.v1")
  record HouseholdMatchUndone(UUID formerHouseholdId, LocalDate from, LocalDate on)
      implements BorrowingHouseholdEvent {}
}
