package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.membership.member.MemberMother.JOINED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberReadmitted;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.membership.orgunit.UnitRules;

class MembershipTest extends DeciderFixture {

  @Nested
  class Transfer {

    @Test
    void isOutOfOneUnitAndIntoTheOther() {
      var decision = decider.decide(given(), new MemberCommand.Transfer(other, LATER));

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberTransferred(
                      branch,
                      other,
                      LATER,
                      List.of(
                          change(LATER, branch, Flow.TRANSFER, other, -1),
                          change(LATER, other, Flow.TRANSFER, branch, +1)))));
      assertThat(decision.state().currentUnit()).isEqualTo(other);
    }

    @Test
    void isRefusedToTheSameUnitToNowhereAndOutOfOrder() {
      refuses(
          MemberRules.TransferToTheSameUnit.class,
          "/toUnitId",
          () -> decider.decide(given(), new MemberCommand.Transfer(branch, LATER)));
      map.closed(other, LATER);
      refuses(
          UnitRules.UnitNotInForce.class,
          "/on",
          () -> decider.decide(given(), new MemberCommand.Transfer(other, LATER)));
      refuses(
          MemberRules.BeforeTheStayBegan.class,
          "/on",
          () -> decider.decide(given(), new MemberCommand.Transfer(other, JOINED.minusDays(1))));
    }
  }

  @Nested
  class Departure {

    @Test
    void keepsItsReason() {
      var decision = decider.decide(given(), left(LATER, Flow.EXPULSION));

      assertThat(decision.state().status()).isEqualTo(Member.Status.FORMER);
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberLeft(
                      branch,
                      Flow.EXPULSION,
                      LATER,
                      List.of(change(LATER, branch, Flow.EXPULSION, null, -1)))));
    }

    @Test
    void isFinalUntilSheIsReadmitted() {
      var former = given(left(LATER, Flow.RESIGNATION));

      refuses(
          MemberRules.MemberAlreadyLeft.class,
          "",
          () -> decider.decide(former, left(LATER.plusDays(1), Flow.DEATH)));
      refuses(
          MemberRules.MemberAlreadyLeft.class,
          "",
          () -> decider.decide(former, new MemberCommand.Transfer(other, LATER)));

      var back = decider.decide(former, new MemberCommand.Readmit(other, LATER.plusDays(30)));
      assertThat(back.events())
          .isEqualTo(
              List.of(
                  new MemberReadmitted(
                      other,
                      LATER.plusDays(30),
                      List.of(change(LATER.plusDays(30), other, Flow.READMISSION, null, +1)))));
    }

    @Test
    void isPossibleFromAUnitThatHasEnded() {
      map.split(commune, LocalDate.of(2022, 1, 1));

      assertThat(decider.decide(given(), left(LATER, Flow.DEATH)).events()).hasSize(1);
    }
  }

  @Nested
  class Readmission {

    @Test
    void isForFormerMembersOnly() {
      var readmit = new MemberCommand.Readmit(branch, LATER);

      refuses(MemberRules.MemberStillActive.class, "", () -> decider.decide(given(), readmit));
      var proposed = given(MemberMother.proposed(branch, LATER));
      refuses(MemberRules.MemberNotAdmittedYet.class, "", () -> decider.decide(proposed, readmit));
    }

    @Test
    void followsTheDepartureAndNoDeath() {
      var former = given(left(LATER, Flow.MOVE_OUT));
      refuses(
          MemberRules.BeforeTheDeparture.class,
          "/on",
          () -> decider.decide(former, new MemberCommand.Readmit(branch, LATER.minusDays(1))));

      var dead = given(left(LATER, Flow.DEATH));
      refuses(
          MemberRules.MemberDied.class,
          "",
          () -> decider.decide(dead, new MemberCommand.Readmit(branch, LATER.plusDays(1))));
    }
  }
}
