package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberWithdrawn;
import vn.sen.events.membership.MemberType;

class WithdrawalOfARecordTest extends DeciderFixture {

  private static final UUID WITHDRAWAL = new UUID(9, 1);
  private static final Approval APPROVAL = new Approval("author", "approver");

  private final MemberCommand.Withdraw command = new MemberCommand.Withdraw(WITHDRAWAL, APPROVAL);

  @Test
  void takesBackWhatWasCountedOnTheDaysItWasCounted() {
    var decision = decider.decide(given(), command);

    assertThat(decision.events().getFirst())
        .isEqualTo(
            new MemberWithdrawn(
                null,
                WITHDRAWAL,
                APPROVAL,
                TODAY,
                List.of(takenBack(MemberMother.JOINED, branch, Flow.ADMISSION, null, -1))));
  }

  @Test
  void letsGoOfTheIdentityNumber() {
    var member =
        given(
            MemberMother.registered(
                MemberMother.withIdentity("054180012345", null, 1980),
                branch,
                MemberType.ORDINARY,
                MemberMother.JOINED));

    var withdrawn = decider.decide(member, command).state();

    assertThat(withdrawn.naturalKeys()).isEmpty();
    assertThat(withdrawn.status()).isEqualTo(Member.Status.WITHDRAWN);
  }

  @Test
  void endsTheRecord() {
    var withdrawn = decider.decide(given(), command).state();

    refuses(
        MemberRules.RecordWithdrawn.class,
        "",
        () -> decider.decide(withdrawn, left(LATER, Flow.RESIGNATION)));
    refuses(
        MemberRules.RecordWithdrawn.class,
        "",
        () -> decider.decide(withdrawn, new MemberCommand.Correct(MemberMother.hoa())));
  }

  @Test
  void leavesTheRightToBeForgotten() {
    var withdrawn = decider.decide(given(), command).state();

    var erased = decider.decide(withdrawn, new MemberCommand.Erase(TODAY)).state();

    assertThat(erased.status()).isEqualTo(Member.Status.ERASED);
  }

  @Test
  void isNotForWhomHasLeft() {
    var former = given(left(LATER, Flow.RESIGNATION));

    refuses(MemberRules.MemberAlreadyLeft.class, "", () -> decider.decide(former, command));
  }
}
