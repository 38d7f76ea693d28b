package vn.sen.lending.statement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.approval.AlreadyDecided;
import vn.sen.chassis.approval.AuthorCannotApprove;
import vn.sen.events.lending.ControlTotals;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.events.lending.StatementEvent.AcceptanceProposed;
import vn.sen.events.lending.StatementEvent.Differences;
import vn.sen.events.lending.StatementEvent.DifferencesAccepted;
import vn.sen.events.lending.StatementEvent.StatementWithdrawn;
import vn.sen.events.lending.StatementEvent.UploadReleased;
import vn.sen.events.membership.Approval;

class StatementTest {

  private static final UUID BANK = UUID.randomUUID();
  private static final LocalDate AS_OF = LocalDate.of(2023, 10, 30);
  private static final LocalDate TODAY = LocalDate.of(2023, 11, 2);
  private static final ControlTotals TOTALS = new ControlTotals(10, 9, 1_000);

  private static Statement received() {
    return Statement.receive(BANK, false, AS_OF, TOTALS, null, TODAY).state();
  }

  private static Statement reconciled(long opened) {
    var result =
        new Reconciliation(
            TOTALS,
            new ControlTotals(10, 9, 990),
            6,
            opened,
            0,
            0,
            List.of(
                new Differences(DifferenceCause.LATE, 2, -40),
                new Differences(DifferenceCause.MISSING_UPDATE, 1, 30),
                new Differences(DifferenceCause.UNKNOWN_LOAN, 1, 20)));
    return received().reconcile(result).state();
  }

  @Test
  void somebodyElseThanTheAuthorTakesTheStatementsWord() {
    // given
    var proposal = reconciled(0).propose(List.of(DifferenceCause.MISSING_UPDATE), "lan", TODAY);
    assertThat(proposal.events())
        .isEqualTo(
            List.of(
                new AcceptanceProposed(
                    BANK, List.of(DifferenceCause.MISSING_UPDATE), "lan", TODAY)));
    // then
    assertThatThrownBy(() -> proposal.state().approve("lan", TODAY))
        .isInstanceOf(AuthorCannotApprove.class);
    // when
    var approved = proposal.state().approve("mai", TODAY);
    // then
    assertThat(approved.events())
        .isEqualTo(List.of(new DifferencesAccepted(BANK, new Approval("lan", "mai"), 1, TODAY)));
    assertThat(approved.state().accepted()).containsExactly(DifferenceCause.MISSING_UPDATE);
    assertThatThrownBy(() -> approved.state().approve("hoa", TODAY))
        .isInstanceOf(AlreadyDecided.class);
  }

  @Test
  void whereNoCauseIsNamedAllThatCanBeTakenOverAreButTheLateOnes() {
    var proposed = reconciled(0).propose(List.of(), "lan", TODAY).state().proposal();
    assertThat(requireNonNull(proposed).content()).containsExactly(DifferenceCause.MISSING_UPDATE);
  }

  @Test
  void aBanksStaleWordIsTakenOnlyWhereSomebodyNamesIt() {
    var proposed = reconciled(0).propose(List.of(DifferenceCause.LATE), "lan", TODAY).state();
    assertThat(requireNonNull(proposed.proposal()).content()).containsExactly(DifferenceCause.LATE);
  }

  @Test
  void nobodyTakesOverWhatCannotBe() {
    var statement = reconciled(0);
    assertThatThrownBy(() -> statement.propose(List.of(DifferenceCause.UNKNOWN_LOAN), "lan", TODAY))
        .hasMessage("cause-not-acceptable");
    assertThatThrownBy(() -> statement.propose(List.of(DifferenceCause.ROUNDING), "lan", TODAY))
        .hasMessage("nothing-to-accept");
    assertThatThrownBy(() -> received().propose(List.of(), "lan", TODAY))
        .hasMessage("statement-state-forbids");
  }

  @Test
  void thereIsOneProposalAtATimeAndARejectedOneIsOver() {
    var open = reconciled(0).propose(List.of(), "lan", TODAY).state();
    assertThatThrownBy(() -> open.propose(List.of(), "hoa", TODAY)).hasMessage("proposal-open");
    var rejected = open.reject("mai", TODAY).state();
    assertThat(rejected.accepted()).isEmpty();
    assertThatThrownBy(() -> rejected.approve("hoa", TODAY)).isInstanceOf(AlreadyDecided.class);
    assertThat(rejected.propose(List.of(), "hoa", TODAY).events()).hasSize(1);
  }

  @Test
  void aStatementThatHasTakenEffectIsNotWithdrawn() {
    var accepted =
        reconciled(0).propose(List.of(), "lan", TODAY).state().approve("mai", TODAY).state();
    assertThatThrownBy(() -> accepted.withdraw(TODAY)).hasMessage("statement-has-taken-effect");
    assertThatThrownBy(() -> reconciled(3).withdraw(TODAY))
        .hasMessage("statement-has-taken-effect");
    var withdrawn = reconciled(0).withdraw(TODAY);
    assertThat(withdrawn.events()).isEqualTo(List.of(new StatementWithdrawn(BANK, TODAY)));
    assertThat(withdrawn.state().withdraw(TODAY).events()).isEmpty();
    assertThatThrownBy(() -> withdrawn.state().propose(List.of(), "lan", TODAY))
        .hasMessage("statement-state-forbids");
  }

  @Test
  void aResultSaidTwiceIsSaidOnce() {
    var statement = reconciled(0);
    var result = requireNonNull(statement.result());
    assertThat(statement.reconcile(result).events()).isEmpty();
  }

  @Test
  void whatTheProvinceUploadsCountsOnlyWithSomebodyElsesWord() {
    // given
    var uploaded = Statement.upload(BANK, AS_OF, TOTALS, "lan", TODAY).state();
    // then
    assertThatThrownBy(() -> uploaded.release("lan", TODAY))
        .isInstanceOf(AuthorCannotApprove.class);
    // when
    var released = uploaded.release("mai", TODAY);
    // then
    assertThat(released.events())
        .isEqualTo(List.of(new UploadReleased(BANK, new Approval("lan", "mai"), TODAY)));
    assertThat(released.state().isReleased()).isTrue();
    assertThatThrownBy(() -> released.state().refuse("mai", TODAY))
        .isInstanceOf(AlreadyDecided.class);
    assertThatThrownBy(() -> received().release("mai", TODAY)).isInstanceOf(AlreadyDecided.class);
    assertThat(uploaded.refuse("mai", TODAY).state().withdrawn()).isTrue();
  }
}
