package vn.sen.membership.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberType;

/** The bodies of commands to members. */
final class MemberBodies {

  static final int MAX_NOTE = 500;

  private MemberBodies() {}

  /**
   * @param memberType ORDINARY where left out
   * @param afterErasure true where she wants to come back after her data was erased, or is somebody
   *     else who is like her
   */
  record Proposal(
      @NotNull UUID unitId,
      @NotBlank @Size(max = Particulars.MAX_NAME) String fullName,
      @Nullable Sex sex,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @Nullable @Size(max = 20) String identityNumber,
      @Nullable @Size(max = 25) String phone,
      @Nullable @Size(max = Particulars.MAX_TEXT) String ethnicity,
      @Nullable @Size(max = Particulars.MAX_TEXT) String religion,
      @Nullable @Size(max = Particulars.MAX_REFERENCE) String externalRef,
      @Nullable MemberType memberType,
      @Nullable UUID householdId,
      @NotNull LocalDate proposedOn,
      @Nullable Boolean afterErasure)
      implements PersonFields {
    MemberCommand.Propose command() {
      return new MemberCommand.Propose(
          particulars(), unitId, orOrdinary(memberType), householdId, proposedOn);
    }
  }

  /** How a membership began that is entered afterwards. */
  enum JoinKind {
    ADMITTED(Flow.ADMISSION),
    MOVED_IN(Flow.MOVE_IN);

    private final Flow flow;

    JoinKind(Flow flow) {
      this.flow = flow;
    }
  }

  /**
   * @param memberType ORDINARY where left out
   * @param joinKind ADMITTED where left out
   * @param afterErasure as in a proposal
   */
  record Registration(
      @NotNull UUID unitId,
      @NotBlank @Size(max = Particulars.MAX_NAME) String fullName,
      @Nullable Sex sex,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @Nullable @Size(max = 20) String identityNumber,
      @Nullable @Size(max = 25) String phone,
      @Nullable @Size(max = Particulars.MAX_TEXT) String ethnicity,
      @Nullable @Size(max = Particulars.MAX_TEXT) String religion,
      @Nullable @Size(max = Particulars.MAX_REFERENCE) String externalRef,
      @Nullable MemberType memberType,
      @Nullable UUID householdId,
      @NotNull LocalDate joinedOn,
      @Nullable JoinKind joinKind,
      @Nullable Boolean afterErasure)
      implements PersonFields {
    MemberCommand.Register command() {
      return new MemberCommand.Register(
          particulars(),
          unitId,
          orOrdinary(memberType),
          householdId,
          joinedOn,
          joinKind == null ? Flow.ADMISSION : joinKind.flow,
          null);
    }
  }

  /** All particulars as they should be; what is left out is forgotten. */
  record Correction(
      @NotBlank @Size(max = Particulars.MAX_NAME) String fullName,
      @Nullable Sex sex,
      @Nullable LocalDate birthDate,
      @Nullable Integer birthYear,
      @Nullable @Size(max = 20) String identityNumber,
      @Nullable @Size(max = 25) String phone,
      @Nullable @Size(max = Particulars.MAX_TEXT) String ethnicity,
      @Nullable @Size(max = Particulars.MAX_TEXT) String religion,
      @Nullable @Size(max = Particulars.MAX_REFERENCE) String externalRef)
      implements PersonFields {}

  /**
   * @param communeId the approving commune; the one above the branch where left out
   */
  record Approval(@Nullable UUID communeId, @NotNull LocalDate approvedOn) {}

  record Rejection(@NotNull LocalDate on, @NotBlank @Size(max = MAX_NOTE) String reason) {}

  record Transfer(@NotNull UUID toUnitId, @NotNull LocalDate on) {}

  /** Why a membership ends. */
  enum Reason {
    RESIGNED(Flow.RESIGNATION),
    DIED(Flow.DEATH),
    MOVED_OUT(Flow.MOVE_OUT),
    EXPELLED(Flow.EXPULSION),
    OTHER(Flow.OTHER_DEPARTURE);

    private final Flow flow;

    Reason(Flow flow) {
      this.flow = flow;
    }
  }

  /**
   * @param on the first day on which she is no member any more
   */
  record Departure(
      @NotNull LocalDate on, @NotNull Reason reason, @Nullable @Size(max = MAX_NOTE) String note) {
    MemberCommand.Depart command() {
      return new MemberCommand.Depart(on, reason.flow, note);
    }
  }

  record Readmission(@NotNull UUID unitId, @NotNull LocalDate on) {}

  record Joining(@NotNull LocalDate joinedOn) {}

  record TypeChange(@NotNull MemberType memberType, @NotNull LocalDate on) {}

  /**
   * @param householdId none where left out
   */
  record HouseholdChange(@Nullable UUID householdId, @NotNull LocalDate on) {}

  record Assignment(@NotNull UUID redrawingId, @NotNull UUID successorId) {}

  private static MemberType orOrdinary(@Nullable MemberType type) {
    return type == null ? MemberType.ORDINARY : type;
  }
}
