package vn.sen.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.membership.member.MemberMother.JOINED;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.domain.Decision;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.membership.orgunit.UnitRules;

class FollowingASuccessorTest extends DeciderFixture {

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
                            JOINED, branch, via, MemberType.ORDINARY, Flow.ADMISSION, null, +1),
                        new MembershipChange(
                            LATER, branch, via, MemberType.ORDINARY, Flow.TRANSFER, other, -1),
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

    assertThat(((Member.Active) again.state()).timeline().last().via()).containsExactly(second);
    assertThat(follow(again.state(), split.redrawingId(), second).events()).isEmpty();
  }

  @Test
  void isRefusedToThoseWhomTheSplitDoesNotConcern() {
    var split = map.split(map.commune(), on);

    refuses(
        UnitRules.NotConcernedByTheSplit.class,
        "/successorId",
        () -> follow(given(), split.redrawingId(), split.successors().iterator().next()));
  }
}
