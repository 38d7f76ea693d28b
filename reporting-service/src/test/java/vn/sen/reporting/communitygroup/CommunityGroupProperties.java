package vn.sen.reporting.communitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.GroupMeasure;
import vn.sen.events.membership.GroupPlace;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.communitygroup.CommunityGroupWorld.Group;
import vn.sen.reporting.membership.SmallProvince;

class CommunityGroupProperties {

  private static final LocalDate START = LocalDate.of(2023, 1, 1);
  static final SmallProvince PROVINCE = new SmallProvince();
  private static final List<UUID> UNITS =
      List.of(PROVINCE.branchA1, PROVINCE.branchA2, PROVINCE.branchB1, PROVINCE.branchB2);
  private static final List<UUID> PEOPLE = Stream.generate(UUID::randomUUID).limit(5).toList();
  private static final List<UUID> MEETINGS = Stream.generate(UUID::randomUUID).limit(3).toList();

  private record Addition(CommunityGroupRow row, long delta) {}

  /** A history of groups, told by numbers. */
  static CommunityGroupWorld world(List<Integer> seeds) {
    var world = new CommunityGroupWorld();
    for (int i = 0; i < 3; i++) {
      world.found(
          i == 0 ? CommunityGroupWorld.CLUB : CommunityGroupWorld.TEAM, UNITS.get(i), START);
    }
    for (int seed : seeds) {
      var group = world.groups().get(seed % 3);
      happen(group, seed / 3 % 11, PEOPLE.get(seed / 33 % 5), START.plusDays(seed / 165 % 60));
    }
    return world;
  }

  private static void happen(Group group, int what, UUID who, LocalDate on) {
    var last = group.stays.stream().filter(s -> s.member().equals(who)).reduce((_, later) -> later);
    var meeting = MEETINGS.get(on.getDayOfMonth() % 3);
    switch (what) {
      case 0, 1, 2 -> {
        if (last.isEmpty() || last.get().to() != null && !on.isBefore(last.get().to())) {
          group.join(on, who);
        }
      }
      case 3 -> {
        if (last.isPresent() && last.get().to() == null && !on.isBefore(last.get().from())) {
          group.leave(who, on);
        }
      }
      case 4 -> {
        if (group.stays.stream().filter(s -> s.member().equals(who)).count() == 1) {
          group.restate(who, on, on.getDayOfMonth() % 2 == 0 ? null : on.plusDays(9));
        }
      }
      case 5 -> group.stateOthers(on.getDayOfMonth() % 4, on);
      case 6, 7 -> group.meet(meeting, on, 1, who, PEOPLE.get(on.getDayOfMonth() % 5));
      case 8 -> {
        if (group.meetings.containsKey(meeting)) {
          group.cancelMeeting(meeting);
        }
      }
      case 9 -> group.sponsor(on.getDayOfMonth() % 2 == 0 ? "NTM" : null, on);
      default -> {
        if (group.closedOn() == null) {
          group.close(on);
        } else {
          group.cancelClosing();
        }
      }
    }
  }

  private static CommunityGroupReport report(
      CommunityGroupFigures figures, LocalDate asOf, LocalDate hierarchy) {
    var map = PROVINCE.facts().map();
    return new CommunityGroupReports(figures, () -> map).read().report(query(asOf, hierarchy));
  }

  static CommunityGroupQuery query(LocalDate asOf, LocalDate hierarchy) {
    return new CommunityGroupQuery(
        hierarchy.isBefore(SmallProvince.MERGER) ? "54" : "66",
        asOf,
        hierarchy,
        UnitLevel.COMMUNE,
        asOf.minusDays(20),
        null,
        null,
        Set.of(Dimension.TYPE, Dimension.PROGRAMME, Dimension.UNIT));
  }

  /** What is known, counted without any figures of events. */
  private static GroupCounts counted(List<Group> groups, LocalDate from, LocalDate asOf) {
    var members = groups.stream().flatMap(g -> g.membersOn(asOf).stream()).toList();
    var meetings =
        groups.stream()
            .flatMap(g -> g.meetings.values().stream())
            .filter(m -> !m.on().isBefore(from) && !m.on().isAfter(asOf))
            .toList();
    var attended = meetings.stream().flatMap(m -> m.attended().stream()).toList();
    return new GroupCounts(
        groups.stream().filter(g -> g.livesOn(asOf)).count(),
        members.size(),
        new HashSet<>(members).size(),
        groups.stream().mapToInt(g -> g.othersOn(asOf)).sum(),
        groups.stream().filter(g -> isWithin(g.foundedOn(), from, asOf)).count(),
        groups.stream().filter(g -> isWithin(g.closedOn(), from, asOf)).count(),
        meetings.size(),
        attended.size() + meetings.stream().mapToInt(CommunityGroupWorld.Meeting::others).sum(),
        new HashSet<>(attended).size());
  }

  private static boolean isWithin(LocalDate day, LocalDate from, LocalDate asOf) {
    return day != null && !day.isBefore(from) && !day.isAfter(asOf);
  }

  @Property(tries = 300)
  void the_figures_are_what_is_known_under_every_map(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9_899) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 90) int day) {
    var world = world(seeds);
    var asOf = START.plusDays(day);
    var counted = counted(world.groups(), asOf.minusDays(20), asOf);

    for (var hierarchy : List.of(asOf, SmallProvince.SPLIT, SmallProvince.MERGER)) {
      var report = report(world.figures(), asOf, hierarchy);

      assertThat(report.total()).isEqualTo(counted);
      for (ToLongFunction<GroupCounts> sum : SUMS) {
        long total = sum.applyAsLong(report.total());
        assertThat(report.rows().stream().mapToLong(r -> sum.applyAsLong(r.counts())).sum())
            .isEqualTo(total);
        assertThat(report.byType().stream().mapToLong(r -> sum.applyAsLong(r.counts())).sum())
            .isEqualTo(total);
        assertThat(report.byProgramme().stream().mapToLong(r -> sum.applyAsLong(r.counts())).sum())
            .isEqualTo(total);
        assertThat(report.cells().stream().mapToLong(r -> sum.applyAsLong(r.counts())).sum())
            .isEqualTo(total);
      }
    }
  }

  /** What adds up; people who are counted once do not. */
  private static final List<ToLongFunction<GroupCounts>> SUMS =
      List.of(
          GroupCounts::groups,
          GroupCounts::members,
          GroupCounts::others,
          GroupCounts::founded,
          GroupCounts::closed,
          GroupCounts::meetings,
          GroupCounts::turns);

  @Property(tries = 200)
  void rows_come_to_the_same_in_whatever_order_they_are_read_back(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 9_899) Integer> seeds,
      @ForAll long chance) {
    // given
    var world = world(seeds);
    var view = new CommunityGroupView();
    var additions = new ArrayList<Addition>();
    CommunityGroupWorld.fold(world.told(), (row, delta) -> additions.add(new Addition(row, delta)));
    // when
    Collections.shuffle(additions, new Random(chance));
    var figures = new CommunityGroupFigures();
    additions.forEach(a -> figures.add(view.read(view.write(a.row())), a.delta()));
    figures.publish(ViewPosition.NONE);
    // then
    var asOf = START.plusDays(40);
    assertThat(report(figures, asOf, asOf)).isEqualTo(report(world.figures(), asOf, asOf));
  }

  @Property(tries = 200)
  void a_remembered_report_is_what_would_be_made_anew(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9_899) Integer> seeds,
      @ForAll @IntRange(min = 0, max = 60) int day) {
    var world = world(seeds);
    var map = PROVINCE.facts().map();
    var figures = new CommunityGroupFigures();
    var reports = new CommunityGroupReports(figures, () -> map);
    var asOf = START.plusDays(day);

    for (var told : world.told()) {
      CommunityGroupWorld.fold(List.of(told), figures);
      figures.publish(ViewPosition.NONE);
      assertThat(reports.read().report(query(asOf, asOf))).isEqualTo(report(figures, asOf, asOf));
    }
  }

  @Property(tries = 1)
  void rows_are_read_as_they_were_written() {
    var view = new CommunityGroupView();
    var id = UUID.randomUUID();
    var via = List.of(UUID.randomUUID(), id);
    for (var row :
        List.of(
            new CommunityGroupRow.Step(
                id, new GroupPlace("TTCD", null, id, via), GroupMeasure.TURNS, START, START),
            new CommunityGroupRow.Step(
                id, new GroupPlace("A", "B", id, List.of()), GroupMeasure.GROUPS, START, START),
            new CommunityGroupRow.Joined(id, id, 2, START),
            new CommunityGroupRow.Left(id, id, 3, START, true),
            new CommunityGroupRow.Restated(id, id, 4, START, null),
            new CommunityGroupRow.Restated(id, id, 4, START, START),
            new CommunityGroupRow.Met(id, id, 5, START, via),
            new CommunityGroupRow.Met(id, id, 6, null, List.of()),
            new CommunityGroupRow.Coded(id, "A|B"),
            new CommunityGroupRow.Named(id, 1, START, "Tổ | nhóm"))) {
      assertThat(view.read(view.write(row))).isEqualTo(row);
    }
  }
}
