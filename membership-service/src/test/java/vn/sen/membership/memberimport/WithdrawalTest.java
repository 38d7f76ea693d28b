package vn.sen.membership.memberimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.AuthorCannotApprove;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.ImportEvent.ImportWithdrawn;
import vn.sen.events.membership.ImportEvent.WithdrawalApproved;
import vn.sen.events.membership.ImportEvent.WithdrawalProposed;
import vn.sen.events.membership.ImportEvent.WithdrawalRejected;

class WithdrawalTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final UUID IMPORT = new UUID(7, 1);
  private static final Approval APPROVAL = new Approval("author", "approver");

  private static Decision<Withdrawal> proposed() {
    return Withdrawal.propose(IMPORT, ImportState.DONE, " Nhầm  tệp ", "author", TODAY);
  }

  private static Withdrawal running() {
    return proposed().state().approve("approver", TODAY).state();
  }

  private static List<DomainEvent> events(Decision<?> decision) {
    return List.copyOf(decision.events());
  }

  @Test
  void isProposedForAnImportThatWasCarriedOut() {
    assertThat(events(proposed())).containsExactly(new WithdrawalProposed(IMPORT, "author", TODAY));
    assertThat(proposed().state().wanted().reason()).isEqualTo("Nhầm tệp");
    assertThatThrownBy(
            () -> Withdrawal.propose(IMPORT, ImportState.RUNNING, "Nhầm tệp", "author", TODAY))
        .isInstanceOf(ImportRefusals.ImportNotDone.class);
  }

  @Test
  void needsAReason() {
    assertThatThrownBy(() -> Withdrawal.propose(IMPORT, ImportState.DONE, " ", "author", TODAY))
        .isInstanceOf(ImportRefusals.ReasonUnusable.class);
  }

  @Test
  void isApprovedBySomebodyElse() {
    var proposal = proposed().state();

    assertThatThrownBy(() -> proposal.approve("author", TODAY))
        .isInstanceOf(AuthorCannotApprove.class);
    assertThat(events(proposal.approve("approver", TODAY)))
        .containsExactly(new WithdrawalApproved(IMPORT, APPROVAL, TODAY));
  }

  @Test
  void isDecidedOnce() {
    var rejected = proposed().state().reject("approver", TODAY);

    assertThat(events(rejected)).containsExactly(new WithdrawalRejected(IMPORT, "approver", TODAY));
    assertThatThrownBy(() -> rejected.state().approve("approver", TODAY))
        .isInstanceOf(AlreadyDecided.class);
    assertThatThrownBy(() -> running().reject("approver", TODAY))
        .isInstanceOf(AlreadyDecided.class);
  }

  @Test
  void canBeProposedAgainOnlyAfterARejection() {
    assertThat(proposed().state().keys()).isEqualTo(running().keys()).hasSize(1);
    assertThat(proposed().state().reject("approver", TODAY).state().keys()).isEmpty();
  }

  @Test
  void isDoneOnce() {
    var done = running().done(97, 3, TODAY);

    assertThat(events(done)).containsExactly(new ImportWithdrawn(IMPORT, 97, 3, TODAY));
    assertThat(done.state().done(97, 3, TODAY).events()).isEmpty();
  }
}
