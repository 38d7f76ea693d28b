package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.membership.member.MemberMother.JOINED;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberCorrected;
import vn.sen.events.membership.MemberEvent.MemberHouseholdChanged;
import vn.sen.events.membership.MemberEvent.MemberTypeChanged;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;

class CorrectionTest extends DeciderFixture {

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
                        takenBack(JOINED, branch, Flow.ADMISSION, null, -1)))));
  }

  @Test
  void ofTheJoiningDateReachesBackThroughTransfersToTheLastReadmission() {
    var readmitted = LATER.plusYears(1);
    var member =
        given(
            left(LATER, Flow.RESIGNATION),
            new MemberCommand.Readmit(branch, readmitted),
            new MemberCommand.Transfer(other, readmitted.plusDays(10)));

    var decision = decider.decide(member, new MemberCommand.CorrectJoining(readmitted.plusDays(5)));

    assertThat(((MemberCorrected) decision.events().getFirst()).changes())
        .containsExactly(
            takenBack(readmitted, branch, Flow.READMISSION, null, -1),
            change(readmitted.plusDays(5), branch, Flow.READMISSION, null, +1));
    refuses(
        MemberRules.JoiningAfterWhatFollowed.class,
        "/joinedOn",
        () -> decider.decide(member, new MemberCommand.CorrectJoining(readmitted.plusDays(11))));
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
                            List.of(),
                            Direction.IN,
                            +1)))));
  }

  @Test
  void ofTheHouseholdIsAnEventOfItsOwn() {
    var household = UUID.randomUUID();

    var decision = decider.decide(given(), new MemberCommand.ChangeHousehold(household, LATER));

    assertThat(decision.events())
        .isEqualTo(List.of(new MemberHouseholdChanged(null, household, LATER)));
  }
}
