package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.membership.member.MemberMother.JOINED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberAdmitted;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberHouseholdChanged;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberProposed;
import vn.sen.events.membership.MemberEvent.MemberReadmitted;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberEvent.MemberRejected;
import vn.sen.events.membership.MemberEvent.MemberTransferred;
import vn.sen.events.membership.MemberEvent.MemberTypeChanged;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;

class DeciderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 8);
  private static final LocalDate LATER = LocalDate.of(2023, 6, 1);

  private final UnitsMother map = new UnitsMother();
  private final UUID commune = map.commune();
  private final UUID branch = map.branchOf(commune);
  private final UUID other = map.branch();
  private final Decider decider = new Decider(map, map, TODAY);

  private static MembershipChange change(
      LocalDate date, UUID unit, Flow flow, @Nullable UUID counterpart, int delta) {
    return new MembershipChange(
        date, unit, List.of(), MemberType.ORDINARY, flow, counterpart, delta);
  }

  private Member given(MemberCommand.Beginning beginning, MemberCommand... commands) {
    var member = decider.begin(beginning).state();
    for (var command : commands) {
      member = decider.decide(member, command).state();
    }
    return member;
  }

  private Member given(MemberCommand... commands) {
    return given(MemberMother.registered(branch), commands);
  }

  private static MemberCommand.Depart left(LocalDate on, Flow reason) {
    return new MemberCommand.Depart(on, reason, null);
  }

  private static void refuses(
      Class<? extends RuleViolation> rule, String pointer, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            rule, e -> assertThat(((RuleViolation) e).pointer()).isEqualTo(pointer));
  }

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
          MemberRules.NoCommuneAbove.class,
          "/approvedOn",
          () -> decider.decide(proposed, approve));

      map.assigned(branch, split, split.successors().iterator().next());
      assertThat(decider.decide(proposed, approve).events()).hasSize(1);
    }

    @Test
    void mayBeDeclinedOnce() {
      var proposed = given(MemberMother.proposed(branch, LATER));

      var declined =
          decider.decide(proposed, new MemberCommand.Reject(LATER, "Chưa đủ điều kiện"));

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
          () ->
              decider.decide(proposed, new MemberCommand.Approve(null, LATER.minusDays(1))));
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
          map.unit(
              UnitLevel.DISTRICT, UnitKind.OTHER, map.province(), UnitsMother.FOUNDED, false);
      var station =
          map.unit(UnitLevel.BRANCH, UnitKind.BRANCH, police, UnitsMother.FOUNDED, false);
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
                      MemberMother.hoa(), branch, MemberType.ORDINARY, LocalDate.of(1989, 12, 31))));
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
          () ->
              decider.begin(
                  MemberMother.registered(man, branch, MemberType.ORDINARY, JOINED)));
      var honorary =
          decider.begin(MemberMother.registered(man, branch, MemberType.HONORARY, JOINED));
      assertThat(honorary.state().currentType()).isEqualTo(MemberType.HONORARY);
    }
  }

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
          () ->
              decider.decide(given(), new MemberCommand.Transfer(other, JOINED.minusDays(1))));
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
                      List.of(
                          change(
                              LATER.plusDays(30), other, Flow.READMISSION, null, +1)))));
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

      refuses(
          MemberRules.MemberStillActive.class, "", () -> decider.decide(given(), readmit));
      var proposed = given(MemberMother.proposed(branch, LATER));
      refuses(
          MemberRules.MemberNotAdmittedYet.class, "", () -> decider.decide(proposed, readmit));
    }

    @Test
    void followsTheDepartureAndNoDeath() {
      var former = given(left(LATER, Flow.MOVE_OUT));
      refuses(
          MemberRules.BeforeTheDeparture.class,
          "/on",
          () ->
              decider.decide(former, new MemberCommand.Readmit(branch, LATER.minusDays(1))));

      var dead = given(left(LATER, Flow.DEATH));
      refuses(
          MemberRules.MemberDied.class,
          "",
          () -> decider.decide(dead, new MemberCommand.Readmit(branch, LATER.plusDays(1))));
    }
  }

  @Nested
  class Correction {

    @Test
    void ofParticularsMovesNoFigures() {
      var decision =
          decider.decide(given(), new MemberCommand.Correct(MemberMother.named("Lê Thị Hoa")));

      assertThat(decision.events())
          .isEqualTo(List.of(new MemberCorrected(List.of("fullName"), TODAY, List.of())));
      assertThat(
              decider
                  .decide(
                      decision.state(),
                      new MemberCommand.Correct(MemberMother.named(" Lê  Thị Hoa ")))
                  .events())
          .isEmpty();
    }

    @Test
    void ofTheJoiningDateTakesTheOldStepBack() {
      var earlier = JOINED.minusYears(2);

      var decision = decider.decide(given(), new MemberCommand.CorrectJoining(earlier));

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberCorrected(
                      List.of("joinedOn"),
                      earlier,
                      List.of(
                          change(earlier, branch, Flow.ADMISSION, null, +1),
                          change(JOINED, branch, Flow.ADMISSION, null, -1)))));
    }

    @Test
    void ofTheJoiningDateReachesBackThroughTransfersToTheLastReadmission() {
      var readmitted = LATER.plusYears(1);
      var member =
          given(
              left(LATER, Flow.RESIGNATION),
              new MemberCommand.Readmit(branch, readmitted),
              new MemberCommand.Transfer(other, readmitted.plusDays(10)));

      var decision =
          decider.decide(member, new MemberCommand.CorrectJoining(readmitted.plusDays(5)));

      assertThat(((MemberCorrected) decision.events().getFirst()).changes())
          .containsExactly(
              change(readmitted, branch, Flow.READMISSION, null, -1),
              change(readmitted.plusDays(5), branch, Flow.READMISSION, null, +1));
      refuses(
          MemberRules.JoiningAfterWhatFollowed.class,
          "/joinedOn",
          () ->
              decider.decide(
                  member, new MemberCommand.CorrectJoining(readmitted.plusDays(11))));
      refuses(
          MemberRules.BeforeTheDeparture.class,
          "/joinedOn",
          () -> decider.decide(member, new MemberCommand.CorrectJoining(LATER.minusDays(1))));
    }

    @Test
    void ofTheTypeIsNoFlowOfMembers() {
      var decision =
          decider.decide(given(), new MemberCommand.ChangeType(MemberType.HONORARY, LATER));

      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberTypeChanged(
                      MemberType.HONORARY,
                      LATER,
                      List.of(
                          change(LATER, branch, Flow.RECLASSIFICATION, null, -1),
                          new MembershipChange(
                              LATER,
                              branch,
                              List.of(),
                              MemberType.HONORARY,
                              Flow.RECLASSIFICATION,
                              null,
                              +1)))));
    }

    @Test
    void ofTheHouseholdIsAnEventOfItsOwn() {
      var household = UUID.randomUUID();

      var decision =
          decider.decide(given(), new MemberCommand.ChangeHousehold(household, LATER));

      assertThat(decision.events())
          .isEqualTo(List.of(new MemberHouseholdChanged(null, household, LATER)));
    }
  }

  @Nested
  class FollowingASuccessor {

    private final LocalDate on = LocalDate.of(2024, 11, 1);

    private Decision<Member> follow(Member member, UUID redrawing, UUID successor) {
      return decider.decide(member, new MemberCommand.Follow(redrawing, successor));
    }

    @Test
    void movesHerWholeHistoryUnderTheSplitUnitAndNoDates() {
      // given
      var member = given(new MemberCommand.Transfer(other, LATER));
      var split = map.split(commune, on);
      var successor = split.successors().iterator().next();

      // when
      var decision = follow(member, split.redrawingId(), successor);

      // then
      var via = List.of(successor);
      assertThat(decision.events())
          .isEqualTo(
              List.of(
                  new MemberAssigned(
                      split.redrawingId(),
                      successor,
                      on,
                      List.of(
                          change(JOINED, branch, Flow.ADMISSION, null, -1),
                          new MembershipChange(
                              JOINED,
                              branch,
                              via,
                              MemberType.ORDINARY,
                              Flow.ADMISSION,
                              null,
                              +1),
                          new MembershipChange(
                              LATER,
                              branch,
                              via,
                              MemberType.ORDINARY,
                              Flow.TRANSFER,
                              other,
                              -1),
                          change(LATER, branch, Flow.TRANSFER, other, +1)))));
    }

    @Test
    void againReplacesTheFormerChoice() {
      var split = map.split(commune, on);
      var successors = split.successors().iterator();
      var first = successors.next();
      var second = successors.next();
      var assigned = follow(given(), split.redrawingId(), first).state();

      var again = follow(assigned, split.redrawingId(), second);

      assertThat(((Member.Active) again.state()).timeline().last().via())
          .containsExactly(second);
      assertThat(follow(again.state(), split.redrawingId(), second).events()).isEmpty();
    }

    @Test
    void isRefusedToThoseWhomTheSplitDoesNotConcern() {
      var split = map.split(map.commune(), on);

      refuses(
          UnitRules.NotConcernedByTheSplit.class,
          "/successorId",
          () ->
              follow(given(), split.redrawingId(), split.successors().iterator().next()));
    }
  }
}
