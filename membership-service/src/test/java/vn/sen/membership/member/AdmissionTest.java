package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.membership.member.MemberMother.JOINED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberProposed;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberRejected;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;

class AdmissionTest extends DeciderFixture {

  @Nested
  class Admission {

    @Test
    void beginsWithAProposalThatCountsNothing() {
      var decision = decider.begin(MemberMother.proposed(branch, LATER));

      assertThat(decision.state().status()).isEqualTo(Member.Status.PROPOSED);
      assertThat(decision.events())
          .isEqualTo(List.of(new MemberProposed(branch, MemberType.ORDINARY, null, LATER)));
    }

    @Test
    void isCompleteWhenTheCommuneApproves() {
      var proposed = given(MemberMother.proposed(branch, LATER));
      var approvedOn = LATER.plusDays(7);

      var decision = decider.decide(proposed, new MemberCommand.Approve(commune, approvedOn));

      assertThat(decision.state().status()).isEqualTo(Member.Status.ACTIVE);
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberAdmitted(
                      branch,
                      MemberType.ORDINARY,
                      approvedOn,
                      List.of(change(approvedOn, branch, Flow.ADMISSION, null, +1)))));
    }

    @Test
    void isNoMatterOfAnotherCommune() {
      var proposed = given(MemberMother.proposed(branch, LATER));

      refuses(
          MemberRules.NotTheCommuneAbove.class,
          "/communeId",
          () -> decider.decide(proposed, new MemberCommand.Approve(map.commune(), LATER)));
    }

    @Test
    void waitsWhileASplitLeavesTheCommuneOpen() {
      var split = map.split(commune, LocalDate.of(2024, 11, 1));
      var proposed = given(MemberMother.proposed(branch, LATER));
      var approve = new MemberCommand.Approve(null, LocalDate.of(2025, 1, 1));

      refuses(
          MemberRules.NoCommuneAbove.class, "/approvedOn", () -> decider.decide(proposed, approve));

      map.assigned(branch, split, split.successors().iterator().next());
      assertThat(decider.decide(proposed, approve).events()).hasSize(1);
    }

    @Test
    void mayBeDeclinedOnce() {
      var proposed = given(MemberMother.proposed(branch, LATER));

      var declined = decider.decide(proposed, new MemberCommand.Reject(LATER, "Chưa đủ điều kiện"));

      assertThat(declined.events()).isEqualTo(List.of(new MemberRejected(LATER)));
      assertThat(declined.state().naturalKeys()).isEmpty();
      refuses(
          MemberRules.ProposalNotOpen.class,
          "",
          () -> decider.decide(declined.state(), new MemberCommand.Approve(null, LATER)));
    }

    @Test
    void isNotDecidedBeforeItIsProposed() {
      var proposed = given(MemberMother.proposed(branch, LATER));

      refuses(
          MemberRules.DecidedBeforeProposed.class,
          "/approvedOn",
          () -> decider.decide(proposed, new MemberCommand.Approve(null, LATER.minusDays(1))));
    }

    @Test
    void isProposedByBranchesOnly() {
      refuses(
          MemberRules.OnlyBranchesPropose.class,
          "/unitId",
          () -> decider.begin(MemberMother.proposed(commune, LATER)));
    }

    @Test
    void belowAUnitWithoutTerritoryIsThatUnitsMatter() {
      var police =
          map.unit(UnitLevel.DISTRICT, UnitKind.OTHER, map.province(), UnitsMother.FOUNDED, false);
      var station = map.unit(UnitLevel.BRANCH, UnitKind.BRANCH, police, UnitsMother.FOUNDED, false);
      var proposed = given(MemberMother.proposed(station, LATER));

      var decision = decider.decide(proposed, new MemberCommand.Approve(police, LATER));

      assertThat(decision.state().status()).isEqualTo(Member.Status.ACTIVE);
    }
  }

  @Nested
  class Registration {

    @Test
    void countsFromTheDaySheJoined() {
      var decision = decider.begin(MemberMother.registered(branch));

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberRegistered(
                      branch,
                      MemberType.ORDINARY,
                      null,
                      null,
                      JOINED,
                      List.of(change(JOINED, branch, Flow.ADMISSION, null, +1)))));
    }

    @Test
    void needsAUnitThatExistedThen() {
      refuses(
          UnitRules.UnitNotInForce.class,
          "/joinedOn",
          () ->
              decider.begin(
                  MemberMother.registered(
                      MemberMother.hoa(),
                      branch,
                      MemberType.ORDINARY,
                      LocalDate.of(1989, 12, 31))));
      refuses(
          UnitRules.UnitNotInForce.class,
          "/unitId",
          () -> decider.begin(MemberMother.registered(UUID.randomUUID())));
    }

    @Test
    void isPossibleInACommuneButNotAboveIt() {
      assertThat(decider.begin(MemberMother.registered(commune)).events()).hasSize(1);
      refuses(
          MemberRules.UnitTakesNoMembers.class,
          "/unitId",
          () -> decider.begin(MemberMother.registered(map.province())));
    }

    @Test
    void isNotEnteredForADayToCome() {
      refuses(
          MemberRules.DateInTheFuture.class,
          "/joinedOn",
          () ->
              decider.begin(
                  MemberMother.registered(
                      MemberMother.hoa(), branch, MemberType.ORDINARY, TODAY.plusDays(1))));
    }

    @Test
    void followsTheBirth() {
      refuses(
          MemberRules.JoinedBeforeBirth.class,
          "/joinedOn",
          () ->
              decider.begin(
                  MemberMother.registered(
                      MemberMother.bornOn(JOINED.plusDays(1)),
                      branch,
                      MemberType.ORDINARY,
                      JOINED)));
    }

    @Test
    void ofAManIsHonorary() {
      var man = MemberMother.withIdentity("054080001234", null, 1980);

      refuses(
          MemberRules.OnlyWomenAreOrdinaryMembers.class,
          "/memberType",
          () -> decider.begin(MemberMother.registered(man, branch, MemberType.ORDINARY, JOINED)));
      var honorary =
          decider.begin(MemberMother.registered(man, branch, MemberType.HONORARY, JOINED));
      assertThat(honorary.state().currentType()).isEqualTo(MemberType.HONORARY);
    }
  }
}
