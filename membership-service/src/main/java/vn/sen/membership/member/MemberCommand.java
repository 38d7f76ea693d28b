package vn.sen.membership.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;

/** What can be asked of a member. Days are business dates. */
public sealed interface MemberCommand {

  /** Commands that begin a record. */
  sealed interface Beginning extends MemberCommand {
    Particulars particulars();

    UUID unitId();
  }

  /** A branch proposes her for admission. */
  record Propose(
      Particulars particulars,
      UUID unitId,
      MemberType type,
      @Nullable UUID householdId,
      LocalDate proposedOn)
      implements Beginning {}

  /**
   * A membership that exists already is entered.
   *
   * @param joinKind {@link Flow#ADMISSION} or {@link Flow#MOVE_IN}
   * @param importId the import that enters it, or null
   */
  record Register(
      Particulars particulars,
      UUID unitId,
      MemberType type,
      @Nullable UUID householdId,
      LocalDate joinedOn,
      Flow joinKind,
      @Nullable UUID importId)
      implements Beginning {}

  /**
   * @param communeId the approving commune; null means the one above the branch
   */
  record Approve(@Nullable UUID communeId, LocalDate approvedOn) implements MemberCommand {}

  record Reject(LocalDate on, String reason) implements MemberCommand {}

  record Correct(Particulars particulars) implements MemberCommand {}

  record CorrectJoining(LocalDate joinedOn) implements MemberCommand {}

  record ChangeType(MemberType type, LocalDate on) implements MemberCommand {}

  record ChangeHousehold(@Nullable UUID householdId, LocalDate on) implements MemberCommand {}

  record Transfer(UUID toUnitId, LocalDate on) implements MemberCommand {}

  /**
   * @param on the first day on which she is no member any more
   */
  record Depart(LocalDate on, Flow reason, @Nullable String note) implements MemberCommand {}

  record Readmit(UUID unitId, LocalDate on) implements MemberCommand {}

  /** The record is a mistake of the import that brought it. */
  record Withdraw(UUID withdrawalId, Approval approval) implements MemberCommand {}

  /** Of the successors of her split unit she follows this one, whatever her branch follows. */
  record Follow(UUID redrawingId, UUID successorId) implements MemberCommand {}

  /** Nobody may know any more who she was. */
  record Erase(LocalDate on) implements MemberCommand {}

  /** Only what says who she is may be kept. */
  record Reduce() implements MemberCommand {}
}
