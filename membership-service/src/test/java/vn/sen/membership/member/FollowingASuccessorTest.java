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
                        takenBack(JOINED, branch, Flow.ADMISSION, null, -1),
                        under(via, change(JOINED, branch, Flow.ADMISSION, null, +1)),
                        under(via, change(LATER, branch, Flow.TRANSFER, other, -1)),
                        takenBack(LATER, other, Flow.TRANSFER, branch, -1),
                        facing(via, change(LATER, other, Flow.TRANSFER, branch, +1)),
                        takenBack(LATER, branch, Flow.TRANSFER, other, +1)))));
  }

  private static MembershipChange under(List<UUID> via, MembershipChange c) {
    return new MembershipChange(
        c.date(),
        c.unit(),
        via,
        c.type(),
        c.flow(),
        c.counterpart(),
        List.of(),
        c.direction(),
        c.delta());
  }

  private static MembershipChange facing(List<UUID> via, MembershipChange c) {
    return new MembershipChange(
        c.date(),
        c.unit(),
        c.via(),
        c.type(),
        c.flow(),
        c.counterpart(),
        via,
        c.direction(),
        c.delta());
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
  void ofTwoUnitsThatGaveThatSuccessorAPartItIsTheOneWhereSheWasLastAndThenTheOther() {
    // given one who moved from the one to the other, before one redrawing divided both
    var member = given(new MemberCommand.Transfer(other, LATER));
    var split = map.splitBoth(commune, map.unit(other).orElseThrow().parentId(), on).getLast();
    var successor =
        split.successors().stream()
            .filter(id -> map.map().predecessorsOf(id).size() == 2)
            .findFirst()
            .orElseThrow();

    // when
    var followed = (Member.Active) follow(member, split.redrawingId(), successor).state();

    // then
    assertThat(followed.timeline().last().via()).containsExactly(successor);
    assertThat(followed.timeline().stints().getFirst().via()).isEmpty();

    // and when she does again
    var both = (Member.Active) follow(followed, split.redrawingId(), successor).state();

    // then
    assertThat(both.timeline().stints())
        .allSatisfy(stint -> assertThat(stint.via()).containsExactly(successor));
    assertThat(follow(both, split.redrawingId(), successor).events()).isEmpty();
  }

  @Test
  void whatFollowsAnotherSuccessorThereIsLeftToIt() {
    // given one who moved from the one to the other, before one redrawing divided both; of the one
    // she follows the successor that got no part of the other
    var split = map.splitBoth(commune, map.unit(other).orElseThrow().parentId(), on);
    var shared =
        split.getFirst().successors().stream()
            .filter(split.getLast().successors()::contains)
            .findFirst()
            .orElseThrow();
    var own =
        split.getFirst().successors().stream()
            .filter(id -> !id.equals(shared))
            .findFirst()
            .orElseThrow();
    var redrawing = split.getFirst().redrawingId();
    var member = given(new MemberCommand.Transfer(other, LATER));
    var before = follow(member, redrawing, own).state();

    // when she follows the shared one, twice
    var followed = (Member.Active) follow(before, redrawing, shared).state();
    var again = follow(followed, redrawing, shared);

    // then
    assertThat(followed.timeline().last().via()).containsExactly(shared);
    assertThat(followed.timeline().stints().getFirst().via()).containsExactly(own);
    assertThat(again.events()).isEmpty();
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
