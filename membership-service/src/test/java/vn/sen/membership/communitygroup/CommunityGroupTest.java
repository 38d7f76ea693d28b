package vn.sen.membership.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sen.membership.communitygroup.GroupMother.FOUNDED;
import static vn.sen.membership.communitygroup.GroupMother.PROJECT_8;
import static vn.sen.membership.communitygroup.GroupMother.TODAY;
import static vn.sen.membership.communitygroup.GroupMother.TYPE;
import static vn.sen.membership.communitygroup.GroupMother.meeting;
import static vn.sen.membership.communitygroup.GroupMother.place;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sen.events.membership.CommunityGroupEvent.GroupAssigned;
import vn.sen.events.membership.CommunityGroupEvent.GroupClosed;
import vn.sen.events.membership.CommunityGroupEvent.GroupClosingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupFounded;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCancelled;
import vn.sen.events.membership.CommunityGroupEvent.GroupMeetingCorrected;
import vn.sen.events.membership.CommunityGroupEvent.GroupMemberLeft;
import vn.sen.events.membership.CommunityGroupEvent.GroupMembersJoined;
import vn.sen.events.membership.CommunityGroupEvent.GroupMet;
import vn.sen.events.membership.CommunityGroupEvent.GroupOthersStated;
import vn.sen.events.membership.CommunityGroupEvent.GroupProgrammeChanged;
import vn.sen.events.membership.CommunityGroupEvent.GroupStayCorrected;
import vn.sen.events.membership.GroupChange;
import vn.sen.events.membership.GroupClosingReason;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.membership.communitygroup.CommunityGroup.GroupStay;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.UnitsMother;

class CommunityGroupTest {

  private static final UUID HOA = UUID.randomUUID();
  private static final UUID LAN = UUID.randomUUID();
  private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2023, 7, 1);

  private final UnitsMother map = new UnitsMother();
  private final UUID commune = map.commune();
  private final CommunityGroup group = GroupMother.group(map, commune, PROJECT_8);

  private GroupChange change(LocalDate on, GroupMeasure measure, long delta) {
    return change(on, PROJECT_8, measure, delta);
  }

  private GroupChange change(
      LocalDate on, @Nullable String programme, GroupMeasure measure, long delta) {
    return new GroupChange(on, place(commune, programme), measure, delta);
  }

  @Test
  void isFoundedInAUnitUnderAProgramme() {
    var wanted = GroupMother.registered(map, commune, FOUNDED);

    assertThat(CommunityGroup.found(wanted, PROJECT_8).events())
        .isEqualTo(
            List.of(
                new GroupFounded(
                    TYPE,
                    PROJECT_8,
                    commune,
                    FOUNDED,
                    List.of(
                        change(FOUNDED, GroupMeasure.GROUPS, 1),
                        change(FOUNDED, GroupMeasure.FOUNDED, 1)))));
  }

  @Test
  void isFoundedWhenItsTypeAndItsUnitAreThere() {
    var early = LocalDate.of(2021, 12, 31);

    assertThatThrownBy(() -> GroupMother.registered(map, commune, early))
        .isInstanceOf(GroupRules.GroupTypeNotInUse.class);
    assertThatThrownBy(() -> GroupMother.registered(map, UUID.randomUUID(), FOUNDED))
        .isInstanceOf(UnitRules.UnitNotInForce.class);
    assertThatThrownBy(() -> GroupMother.registered(map, commune, TODAY.plusDays(1)))
        .isInstanceOf(GroupRules.DateInTheFuture.class);
  }

  @Test
  void aCorrectedFoundingMovesTheFigures() {
    // given
    var earlier = FOUNDED.minusMonths(1);

    // when
    var decision = group.correct(GroupMother.registered(map, commune, earlier));

    // then
    assertThat(decision.events())
        .isEqualTo(
            List.of(
                new GroupCorrected(
                    List.of("foundedOn"),
                    TYPE,
                    commune,
                    earlier,
                    List.of(
                        change(earlier, GroupMeasure.GROUPS, 1),
                        change(earlier, GroupMeasure.FOUNDED, 1),
                        change(FOUNDED, GroupMeasure.GROUPS, -1),
                        change(FOUNDED, GroupMeasure.FOUNDED, -1)))));
    assertThat(group.correct(group.registration()).events()).isEmpty();
    var joined = group.join(List.of(HOA), MAY, TODAY).state();
    assertThatThrownBy(() -> joined.correct(GroupMother.registered(map, commune, JUNE)))
        .isInstanceOf(GroupRules.FoundedAfterWhatFollowed.class);
  }

  @Test
  void takesItsStocksToAnotherProgramme() {
    var members = group.join(List.of(HOA, LAN), MAY, TODAY).state();

    assertThat(members.sponsor(null, JUNE, TODAY).events())
        .isEqualTo(
            List.of(
                new GroupProgrammeChanged(
                    null,
                    JUNE,
                    List.of(
                        change(JUNE, GroupMeasure.GROUPS, -1),
                        change(JUNE, null, GroupMeasure.GROUPS, 1),
                        change(JUNE, GroupMeasure.MEMBERS, -2),
                        change(JUNE, null, GroupMeasure.MEMBERS, 2)))));
    assertThat(members.sponsor(PROJECT_8, JUNE, TODAY).events()).isEmpty();
  }

  @Test
  void membersJoinOnceAndLeave() {
    // when
    var joined = group.join(List.of(HOA, LAN, HOA), MAY, TODAY);
    var left = joined.state().leave(HOA, JUNE, TODAY);

    // then
    assertThat(joined.events())
        .isEqualTo(
            List.of(
                new GroupMembersJoined(
                    List.of(HOA, LAN), MAY, List.of(change(MAY, GroupMeasure.MEMBERS, 2)))));
    assertThat(left.events())
        .isEqualTo(
            List.of(
                new GroupMemberLeft(HOA, JUNE, List.of(change(JUNE, GroupMeasure.MEMBERS, -1)))));
    assertThat(joined.state().join(List.of(LAN), MAY, TODAY).events()).isEmpty();
    assertThatThrownBy(() -> joined.state().join(List.of(LAN), JUNE, TODAY))
        .isInstanceOf(GroupRules.AlreadyInTheGroup.class);
    assertThat(left.state().join(List.of(HOA), JULY, TODAY).state().membersOn(JULY))
        .containsExactlyInAnyOrder(HOA, LAN);
    assertThatThrownBy(() -> left.state().leave(HOA, JULY, TODAY))
        .isInstanceOf(GroupRules.NotInTheGroup.class);
    assertThatThrownBy(() -> group.join(List.of(HOA), FOUNDED.minusDays(1), TODAY))
        .isInstanceOf(GroupRules.BeforeTheFounding.class);
  }

  @Test
  void theDaysOfAStayAreCorrected() {
    var joined = group.join(List.of(HOA), MAY, TODAY).state();

    assertThat(joined.correctStay(HOA, JUNE, JULY, TODAY).events())
        .isEqualTo(
            List.of(
                new GroupStayCorrected(
                    HOA,
                    JUNE,
                    JULY,
                    List.of(
                        change(MAY, GroupMeasure.MEMBERS, -1),
                        change(JUNE, GroupMeasure.MEMBERS, 1),
                        change(JULY, GroupMeasure.MEMBERS, -1)))));
    assertThat(joined.correctStay(HOA, MAY, MAY, TODAY).state().membersOn(MAY)).isEmpty();
    assertThatThrownBy(() -> joined.correctStay(HOA, JUNE, MAY, TODAY))
        .isInstanceOf(GroupRules.StayOutOfOrder.class);
    assertThatThrownBy(() -> joined.correctStay(LAN, JUNE, null, TODAY))
        .isInstanceOf(GroupRules.NotInTheGroup.class);
  }

  @Test
  void whoLeavesTheUnionDropsOutOnce() {
    var joined = group.join(List.of(HOA), JUNE, TODAY).state();

    // when she left before she is said to have joined, and is a member again or not
    assertThat(joined.leftForATime(HOA, MAY).events()).isEmpty();
    assertThat(joined.gone(HOA, MAY).state().stays())
        .containsExactly(new GroupStay(HOA, JUNE, JUNE));
    assertThat(joined.gone(HOA, LocalDate.MIN).events())
        .isEqualTo(
            List.of(
                new GroupMemberLeft(
                    HOA, FOUNDED, List.of(change(JUNE, GroupMeasure.MEMBERS, -1)))));

    // when she leaves while she belongs to it
    var gone = joined.gone(HOA, JULY);
    assertThat(gone.events())
        .isEqualTo(
            List.of(
                new GroupMemberLeft(HOA, JULY, List.of(change(JULY, GroupMeasure.MEMBERS, -1)))));
    assertThat(joined.leftForATime(HOA, JULY).state()).isEqualTo(gone.state());
    assertThat(gone.state().gone(HOA, JULY).events()).isEmpty();
    assertThat(gone.state().gone(LAN, JULY).events()).isEmpty();
  }

  @Test
  void othersCountByNumber() {
    var stated = group.stateOthers(12, MAY, TODAY);

    assertThat(stated.events())
        .isEqualTo(
            List.of(new GroupOthersStated(12, MAY, List.of(change(MAY, GroupMeasure.OTHERS, 12)))));
    assertThat(stated.state().stateOthers(12, MAY, TODAY).events()).isEmpty();
    var fewer = stated.state().stateOthers(7, JULY, TODAY).state();
    assertThat(fewer.stateOthers(10, MAY, TODAY).events())
        .isEqualTo(
            List.of(
                new GroupOthersStated(
                    10,
                    MAY,
                    List.of(
                        change(MAY, GroupMeasure.OTHERS, -2),
                        change(JULY, GroupMeasure.OTHERS, 2)))));
  }

  @Test
  void aMeetingCountsTurns() {
    // given
    var id = UUID.randomUUID();

    // when
    var met = group.meet(meeting(id, MAY, 20, HOA, LAN, HOA), TODAY);
    var corrected = met.state().meet(meeting(id, JUNE, 18, HOA), TODAY);
    var cancelled = corrected.state().cancelMeeting(id);

    // then
    assertThat(met.events())
        .isEqualTo(
            List.of(
                new GroupMet(
                    id,
                    List.of(HOA, LAN),
                    20,
                    MAY,
                    List.of(
                        change(MAY, GroupMeasure.MEETINGS, 1),
                        change(MAY, GroupMeasure.TURNS, 22)))));
    assertThat(met.state().meet(meeting(id, MAY, 20, HOA, LAN), TODAY).events()).isEmpty();
    assertThat(corrected.events())
        .isEqualTo(
            List.of(
                new GroupMeetingCorrected(
                    id,
                    List.of(HOA),
                    18,
                    JUNE,
                    List.of(
                        change(MAY, GroupMeasure.MEETINGS, -1),
                        change(MAY, GroupMeasure.TURNS, -22),
                        change(JUNE, GroupMeasure.MEETINGS, 1),
                        change(JUNE, GroupMeasure.TURNS, 19)))));
    assertThat(cancelled.events())
        .isEqualTo(
            List.of(
                new GroupMeetingCancelled(
                    id,
                    JUNE,
                    List.of(
                        change(JUNE, GroupMeasure.MEETINGS, -1),
                        change(JUNE, GroupMeasure.TURNS, -19)))));
    assertThatThrownBy(() -> cancelled.state().cancelMeeting(id))
        .isInstanceOf(GroupRules.MeetingUnknown.class);
    assertThatThrownBy(() -> group.meet(meeting(id, MAY, 0), TODAY))
        .isInstanceOf(GroupRules.NobodyAttended.class);
  }

  @Test
  void endsWithAllWhoBelongToIt() {
    // given
    var full = group.join(List.of(HOA), MAY, TODAY).state().stateOthers(5, MAY, TODAY).state();

    // when
    var closed = full.close(GroupClosingReason.FULFILLED, null, JULY, TODAY);

    // then
    assertThat(closed.events())
        .isEqualTo(
            List.of(
                new GroupClosed(
                    GroupClosingReason.FULFILLED,
                    JULY,
                    List.of(
                        change(JULY, GroupMeasure.GROUPS, -1),
                        change(JULY, GroupMeasure.MEMBERS, -1),
                        change(JULY, GroupMeasure.OTHERS, -5),
                        change(JULY, GroupMeasure.CLOSED, 1)))));
    assertThatThrownBy(() -> closed.state().join(List.of(LAN), JULY, TODAY))
        .isInstanceOf(GroupRules.CommunityGroupIsClosed.class);
    assertThatThrownBy(() -> full.close(GroupClosingReason.FULFILLED, null, MAY, TODAY))
        .isInstanceOf(GroupRules.ClosedBeforeWhatFollowed.class);
    // a fact of before the end may still be told
    assertThat(closed.state().join(List.of(LAN), JUNE, TODAY).events())
        .isEqualTo(
            List.of(
                new GroupMembersJoined(
                    List.of(LAN),
                    JUNE,
                    List.of(
                        change(JUNE, GroupMeasure.MEMBERS, 1),
                        change(JULY, GroupMeasure.MEMBERS, -1)))));
  }

  @Test
  void anEndEnteredByMistakeNeverWas() {
    var closed = group.close(GroupClosingReason.OTHER, "Nhầm", JULY, TODAY).state();

    assertThat(closed.cancelClosing().events())
        .isEqualTo(
            List.of(
                new GroupClosingCancelled(
                    JULY,
                    List.of(
                        change(JULY, GroupMeasure.GROUPS, 1),
                        change(JULY, GroupMeasure.CLOSED, -1)))));
    assertThat(closed.cancelClosing().state()).isEqualTo(group);
    assertThatThrownBy(group::cancelClosing).isInstanceOf(GroupRules.CommunityGroupNotClosed.class);
  }

  @Test
  void followsASuccessorOfItsSplitUnit() {
    // given
    var split = map.split(commune, LocalDate.of(2024, 11, 1));
    var successor = split.successors().iterator().next();

    // when
    var decision = group.follow(split.redrawingId(), successor, map, map);

    // then
    var there = new GroupPlace(TYPE, PROJECT_8, commune, List.of(successor));
    var moved =
        List.of(
            new GroupChange(FOUNDED, place(commune, PROJECT_8), GroupMeasure.GROUPS, -1),
            new GroupChange(FOUNDED, there, GroupMeasure.GROUPS, 1),
            new GroupChange(FOUNDED, place(commune, PROJECT_8), GroupMeasure.FOUNDED, -1),
            new GroupChange(FOUNDED, there, GroupMeasure.FOUNDED, 1));
    var event = (GroupAssigned) decision.events().getFirst();
    assertThat(event.changes()).containsExactlyInAnyOrderElementsOf(moved);
    assertThat(event.effectiveDate()).isEqualTo(split.on());
    assertThat(map.map().place(commune, decision.state().via(), TODAY).isWithin(successor))
        .isTrue();
    assertThat(decision.state().follow(split.redrawingId(), successor, map, map).events())
        .isEmpty();
    var elsewhere = GroupMother.group(map, map.commune(), null);
    assertThatThrownBy(() -> elsewhere.follow(split.redrawingId(), successor, map, map))
        .isInstanceOf(UnitRules.NotConcernedByTheSplit.class);
  }
}
