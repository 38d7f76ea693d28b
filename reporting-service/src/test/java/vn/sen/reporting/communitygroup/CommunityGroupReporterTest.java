package vn.sen.reporting.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sen.reporting.communitygroup.CommunityGroupWorld.CLUB;
import static vn.sen.reporting.communitygroup.CommunityGroupWorld.PROJECT_8;
import static vn.sen.reporting.communitygroup.CommunityGroupWorld.TEAM;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.CommunityGroupEvent;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupType;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfProgramme;
import vn.sen.reporting.communitygroup.CommunityGroupReport.GroupsOfType;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.PeriodInvalid;

class CommunityGroupReporterTest {

  private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 30);
  private static final GroupCounts NOTHING = new GroupCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final SmallProvince province = new SmallProvince();
  private final CommunityGroupWorld world = new CommunityGroupWorld();
  private final UUID lan = UUID.randomUUID();
  private final UUID hoa = UUID.randomUUID();

  private CommunityGroupReport report(CommunityGroupQuery query) {
    var map = province.facts().map();
    return new CommunityGroupReports(world.figures(), () -> map).read().report(query);
  }

  private static CommunityGroupQuery on(LocalDate asOf) {
    return query(asOf, asOf, null, null);
  }

  private static CommunityGroupQuery query(
      LocalDate asOf, LocalDate hierarchy, String type, String programme) {
    return new CommunityGroupQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        LocalDate.of(2023, 1, 1),
        type,
        programme,
        EnumSet.allOf(Dimension.class));
  }

  private GroupCounts totalOn(LocalDate asOf) {
    return report(on(asOf)).total();
  }

  @Nested
  class GroupsAndPeople {

    @Test
    void areCountedOnAnyDate() {
      // given
      var team = world.found(TEAM, province.branchA1, MARCH);
      team.join(MARCH, lan, hoa);
      team.stateOthers(5, MARCH);
      team.leave(hoa, JUNE);
      var old = world.found(CLUB, province.branchB1, LocalDate.of(2022, 5, 1));
      old.join(LocalDate.of(2022, 5, 1), lan);
      old.close(OCTOBER);
      // then
      assertThat(totalOn(MARCH.minusDays(1))).isEqualTo(new GroupCounts(1, 1, 1, 0, 0, 0, 0, 0, 0));
      assertThat(totalOn(MARCH)).isEqualTo(new GroupCounts(2, 3, 2, 5, 1, 0, 0, 0, 0));
      assertThat(totalOn(JUNE)).isEqualTo(new GroupCounts(2, 2, 1, 5, 1, 0, 0, 0, 0));
      assertThat(totalOn(OCTOBER)).isEqualTo(new GroupCounts(1, 1, 1, 5, 1, 1, 0, 0, 0));
    }

    @Test
    void areToldApartFromTurns() {
      // given a member who came three times to two groups
      var team = world.found(TEAM, province.branchA1, MARCH);
      team.meet(UUID.randomUUID(), MARCH, 0, lan, hoa);
      team.meet(UUID.randomUUID(), JUNE, 4, lan);
      var club = world.found(CLUB, province.branchB1, MARCH);
      club.meet(UUID.randomUUID(), JUNE, 0, lan);
      // then
      var report = report(on(OCTOBER));
      assertThat(report.total())
          .returns(3L, GroupCounts::meetings)
          .returns(8L, GroupCounts::turns)
          .returns(2L, GroupCounts::distinctAttendees);
      assertThat(report.rows())
          .extracting(row -> row.counts().turns(), row -> row.counts().distinctAttendees())
          .containsExactly(tuple(7L, 2L), tuple(1L, 1L));
    }

    @Test
    void followWhatIsToldLateOrCorrected() {
      // given
      var team = world.found(TEAM, province.branchA1, MARCH);
      team.join(MARCH, lan);
      var first = UUID.randomUUID();
      team.meet(first, JUNE, 2, lan);
      var never = UUID.randomUUID();
      team.meet(never, JUNE, 7, hoa);
      team.close(OCTOBER);
      // when another member came, another day; one meeting never was; nor was the closing
      team.meet(first, MARCH, 2, hoa);
      team.cancelMeeting(never);
      team.cancelClosing();
      team.restate(lan, MARCH.plusDays(10), null);
      // then
      assertThat(totalOn(MARCH)).isEqualTo(new GroupCounts(1, 0, 0, 0, 1, 0, 1, 3, 1));
      assertThat(totalOn(OCTOBER)).isEqualTo(new GroupCounts(1, 1, 1, 0, 1, 0, 1, 3, 1));
    }

    @Test
    void seeWhoCameInPlaceOfAnotherThoughNoSumMoves() {
      // given
      var team = world.found(TEAM, province.branchA1, MARCH);
      var other = world.found(TEAM, province.branchA1, MARCH);
      other.meet(UUID.randomUUID(), MARCH, 0, lan);
      var meeting = UUID.randomUUID();
      team.meet(meeting, JUNE, 0, lan);
      assertThat(totalOn(OCTOBER).distinctAttendees()).isEqualTo(1);
      // when
      var correction = (CommunityGroupEvent) team.meet(meeting, JUNE, 0, hoa).event();
      // then
      assertThat(correction.changes()).isEmpty();
      assertThat(totalOn(OCTOBER)).returns(2L, GroupCounts::distinctAttendees);
    }

    @Test
    void knowWhoLeftForGoodAndWhoCameBack() {
      // given two members who left and came back
      var team = world.found(TEAM, province.branchA1, MARCH);
      team.join(MARCH, lan, hoa);
      team.leave(lan, JUNE);
      team.leave(hoa, JUNE);
      team.join(JUNE.plusDays(10), lan, hoa);
      // when it is told late that both had left the Union in April, one of them for good
      var april = LocalDate.of(2023, 4, 1);
      team.leave(lan, april);
      team.dropOutAndComeBack(hoa, april);
      // then
      assertThat(totalOn(april)).returns(0L, GroupCounts::distinctMembers);
      assertThat(totalOn(OCTOBER))
          .returns(1L, GroupCounts::members)
          .returns(1L, GroupCounts::distinctMembers);
    }
  }

  @Nested
  class Selections {

    @Test
    void takeAGroupAlongFromOneProgrammeToAnother() {
      // given
      var team = world.found(TEAM, PROJECT_8, province.branchA1, MARCH);
      team.join(MARCH, lan);
      team.meet(UUID.randomUUID(), MARCH, 0, lan);
      team.sponsor("NTM", JUNE);
      team.meet(UUID.randomUUID(), JUNE, 0, lan);
      world.found(CLUB, null, province.branchB1, JUNE);
      // then
      var counts = new GroupCounts(1, 1, 1, 0, 0, 0, 1, 1, 1);
      assertThat(report(query(OCTOBER, OCTOBER, null, "NTM")).total()).isEqualTo(counts);
      assertThat(report(on(OCTOBER)).byProgramme())
          .containsExactly(
              new GroupsOfProgramme(PROJECT_8, new GroupCounts(0, 0, 0, 0, 1, 0, 1, 1, 1)),
              new GroupsOfProgramme("NTM", counts),
              new GroupsOfProgramme(null, new GroupCounts(1, 0, 0, 0, 1, 0, 0, 0, 0)));
    }

    @Test
    void divideByTypeUnderTheNameOfTheDate() {
      // given
      world.found(TEAM, province.branchA1, MARCH);
      world.found(CLUB, province.branchB1, MARCH);
      world.renameClubs("Câu lạc bộ Thủ lĩnh", OCTOBER);
      // then
      var one = new GroupCounts(1, 0, 0, 0, 1, 0, 0, 0, 0);
      assertThat(report(on(OCTOBER)).byType())
          .containsExactly(
              new GroupsOfType(new GroupType(CLUB, "Câu lạc bộ Thủ lĩnh"), one),
              new GroupsOfType(new GroupType(TEAM, "Tổ truyền thông cộng đồng"), one));
      var clubs = report(query(OCTOBER.minusDays(1), OCTOBER, CLUB, null));
      assertThat(clubs.total()).isEqualTo(one);
      assertThat(clubs.byType().getFirst().type().name()).isEqualTo("CLB Thủ lĩnh của sự thay đổi");
      assertThat(clubs.cells())
          .singleElement()
          .returns(PROJECT_8, CommunityGroupReport.GroupCell::programme)
          .returns("22024", cell -> cell.unit().code());
    }

    @Test
    void refuseAnUnknownTypeAndAPeriodTurnedRound() {
      assertThatThrownBy(() -> report(query(OCTOBER, OCTOBER, "X", null)))
          .isInstanceOf(GroupTypeUnknown.class);
      assertThatThrownBy(() -> report(on(LocalDate.of(2022, 12, 31))))
          .isInstanceOf(PeriodInvalid.class);
      assertThat(report(query(OCTOBER, OCTOBER, null, "NTM")).total()).isEqualTo(NOTHING);
    }
  }

  @Nested
  class Maps {

    @Test
    void showWhatASplitLeavesOpenAsRemainderUntilItIsAssigned() {
      // given groups of both branches of the commune that is split
      world.found(TEAM, province.branchB1, MARCH);
      var open = world.found(TEAM, province.branchB2, MARCH);
      var onSplit = query(OCTOBER, SmallProvince.SPLIT, null, null);
      // then
      assertThat(report(onSplit).rows())
          .extracting(row -> row.remainder(), row -> row.counts().groups())
          .containsExactly(tuple(false, 1L), tuple(false, 0L), tuple(true, 1L));
      // when
      open.assign(province.newB, SmallProvince.SPLIT);
      // then
      assertThat(report(onSplit).rows())
          .extracting(row -> row.remainder(), row -> row.counts().groups())
          .containsExactly(tuple(false, 1L), tuple(false, 1L));
    }

    @Test
    void followTheSuccessor() {
      // given
      world.found(TEAM, province.branchA1, MARCH).join(MARCH, lan);
      world.found(TEAM, province.communeB, MARCH).join(MARCH, lan);
      // then
      var merged = report(query(OCTOBER, SmallProvince.MERGER, null, null));
      assertThat(merged.unit().code()).isEqualTo("66");
      assertThat(merged.total()).isEqualTo(totalOn(OCTOBER));
      assertThat(merged.rows())
          .extracting(row -> row.unit().name(), row -> row.counts().groups())
          .containsExactly(tuple("Phường Tuy Hòa", 2L));
      assertThat(merged.unplaced()).isZero();
    }

    @Test
    void moveAGroupThatWasRegisteredAtTheWrongUnitOnAllDates() {
      // given
      var team = world.found(TEAM, province.branchA1, MARCH);
      team.meet(UUID.randomUUID(), JUNE, 1, lan);
      // when
      team.correctUnit(province.branchB1);
      // then
      assertThat(report(on(OCTOBER)).rows())
          .extracting(row -> row.counts())
          .containsExactly(NOTHING, new GroupCounts(1, 0, 0, 0, 1, 0, 1, 2, 1));
    }
  }

  @Test
  void aReportStandsUntilSomethingOfItsDatesChanges() {
    // given
    var map = province.facts().map();
    world.found(TEAM, province.branchA1, MARCH);
    var figures = world.figures();
    var reports = new CommunityGroupReports(figures, () -> map);
    var query = new CommunityGroupQuery("54", MARCH, MARCH, null, MARCH, null, null, Set.of());
    var first = reports.read().report(query);
    // when something of a later day is told
    world.found(TEAM, province.branchA1, JUNE);
    CommunityGroupWorld.fold(List.of(world.told().getLast()), figures);
    figures.publish(ViewPosition.NONE);
    // then
    assertThat(reports.read().report(query)).isSameAs(first);
    // when something of the day itself is told

    world.found(TEAM, province.branchA1, MARCH);
    CommunityGroupWorld.fold(List.of(world.told().getLast()), figures);
    figures.publish(ViewPosition.NONE);
    // then
    assertThat(reports.read().report(query).total().groups()).isEqualTo(2);
  }
}
