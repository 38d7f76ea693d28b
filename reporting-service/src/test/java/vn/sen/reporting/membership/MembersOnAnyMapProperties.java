package vn.sen.reporting.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.Direction;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.MemberEvent;
import vn.sen.events.membership.MemberEvent.MemberAssigned;
import vn.sen.events.membership.MemberEvent.MemberLeft;
import vn.sen.events.membership.MemberEvent.MemberRegistered;
import vn.sen.events.membership.MemberType;
import vn.sen.events.membership.MembershipChange;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.RandomMaps;
import vn.sen.reporting.membership.MembershipReport.Row;
import vn.sen.reporting.reading.Leaf;

/** Members who come and go at any time, counted under the map of any other time. */
class MembersOnAnyMapProperties {

  private static final List<UnitLevel> LEVELS = List.of(UnitLevel.COMMUNE, UnitLevel.BRANCH);

  /**
   * A woman.
   *
   * @param left the first day on which she is no member any more, or null
   */
  private record Woman(UUID id, Leaf leaf, LocalDate joined, @Nullable LocalDate left) {

    boolean isMemberOn(LocalDate day) {
      return !joined.isAfter(day) && (left == null || left.isAfter(day));
    }

    Woman at(Leaf other) {
      return new Woman(id, other, joined, left);
    }
  }

  private static final class World {
    private final RandomMaps maps;
    private final MembershipFigures figures = new MembershipFigures();
    private final MembershipReporter reporter = new MembershipReporter(BigDecimal.valueOf(60));
    private final List<Woman> women = new ArrayList<>();
    private long sequence;

    World(RandomMaps maps) {
      this.maps = maps;
      for (int i = 0; i < 30; i++) {
        join();
      }
      figures.publish(ViewPosition.NONE);
    }

    private void join() {
      var joined = maps.anyDate();
      var left = maps.chance(3) ? joined.plusDays(maps.number(500)) : null;
      var woman = new Woman(UUID.randomUUID(), maps.anyLeaf(joined), joined, left);
      tell(
          woman,
          new MemberRegistered(
              woman.leaf().unit(),
              MemberType.ORDINARY,
              null,
              null,
              joined,
              List.of(step(woman.leaf(), joined, Direction.IN, 1))));
      if (left != null) {
        tell(
            woman,
            new MemberLeft(
                woman.leaf().unit(),
                Flow.RESIGNATION,
                left,
                List.of(step(woman.leaf(), left, Direction.OUT, -1))));
      }
      var split = maps.openSplit(woman.leaf());
      women.add(woman);
      if (split.isPresent() && maps.chance(3)) {
        assign(woman, maps.following(woman.leaf(), split.get(), maps.anySuccessor(split.get())));
      }
    }

    /** What she counted for, she counts for by way of the successor. */
    void assign(Woman woman, Leaf to) {
      var changes = new ArrayList<MembershipChange>();
      changes.add(step(woman.leaf(), woman.joined(), Direction.IN, -1));
      changes.add(step(to, woman.joined(), Direction.IN, 1));
      if (woman.left() != null) {
        changes.add(step(woman.leaf(), woman.left(), Direction.OUT, 1));
        changes.add(step(to, woman.left(), Direction.OUT, -1));
      }
      var on = maps.days().getLast();
      tell(woman, new MemberAssigned(UUID.randomUUID(), to.via().getLast(), on, changes));
      women.set(women.indexOf(woman), woman.at(to));
      figures.publish(ViewPosition.NONE);
    }

    private void tell(Woman woman, MemberEvent event) {
      new MembershipView().fold(event, new RecordMeta(woman.id(), ++sequence, 0), figures);
    }

    private static MembershipChange step(Leaf leaf, LocalDate on, Direction direction, int delta) {
      return new MembershipChange(
          on,
          leaf.unit(),
          leaf.via(),
          MemberType.ORDINARY,
          direction == Direction.IN ? Flow.ADMISSION : Flow.RESIGNATION,
          null,
          List.of(),
          direction,
          delta);
    }

    MembershipReport report(OrgUnit unit, LocalDate asOf, LocalDate hierarchy, UnitLevel level) {
      var from = asOf.minusDays(100);
      var query = new MembershipQuery(unit.id().toString(), asOf, hierarchy, level, from);
      return reporter.report(figures.snapshot(), maps.map(), query);
    }

    /** Provinces that have units of the level; the others' reports refuse it. */
    List<MembershipReport> reports(LocalDate asOf, LocalDate hierarchy, @Nullable UnitLevel level) {
      var map = maps.map();
      return maps.provincesOn(hierarchy).stream()
          .filter(p -> level == null || has(map, p, hierarchy, level))
          .map(p -> report(p, asOf, hierarchy, level))
          .toList();
    }

    private static boolean has(OrgMap map, OrgUnit unit, LocalDate day, UnitLevel level) {
      return map.unitsAt(day, level).stream()
          .anyMatch(
              u ->
                  map.place(u.id(), List.of(), day).path().contains(u.id())
                      && map.place(u.id(), List.of(), day).isWithin(unit.id()));
    }

    long membersOn(LocalDate asOf) {
      return women.stream().filter(w -> w.isMemberOn(asOf)).count();
    }

    long placedIn(UUID unit, LocalDate asOf, LocalDate hierarchy) {
      return women.stream()
          .filter(w -> w.isMemberOn(asOf))
          .filter(w -> maps.map().place(w.leaf().unit(), w.leaf().via(), hierarchy).isWithin(unit))
          .count();
    }
  }

  @Property(tries = 250)
  void whoever_is_a_member_counts_once_under_every_map(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int provinces,
      @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, provinces, redrawings));
    var asOf = world.maps.anyDate();

    for (var hierarchy : world.maps.days()) {
      var reports = world.reports(asOf, hierarchy, null);
      assertThat(reports).extracting(MembershipReport::unplaced).containsOnly(unplaced(reports));
      assertThat(total(reports) + unplaced(reports)).isEqualTo(world.membersOn(asOf));
    }
  }

  @Property(tries = 250)
  void rows_and_the_remainder_are_the_total_and_each_row_is_what_certainly_belongs_there(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, 2, redrawings));
    var asOf = world.maps.anyDate();
    var hierarchy = world.maps.anyDay();

    for (var level : LEVELS) {
      for (var report : world.reports(asOf, hierarchy, level)) {
        assertThat(report.rows().stream().mapToLong(Row::members).sum())
            .isEqualTo(report.total().members());
        assertThat(report.rows().stream().mapToLong(r -> r.flows().net()).sum())
            .isEqualTo(report.total().flows().net());
        for (var row : report.rows()) {
          if (row.unit() != null) {
            assertThat(row.members()).isEqualTo(world.placedIn(row.unit().id(), asOf, hierarchy));
          }
        }
      }
    }
  }

  @Property(tries = 250)
  void assigning_a_member_moves_her_from_the_remainder_to_the_successor_and_nothing_else(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, 2, redrawings));
    var open =
        world.women.stream().filter(w -> world.maps.openSplit(w.leaf()).isPresent()).toList();
    Assume.that(!open.isEmpty());
    var woman = world.maps.any(open);
    var split = world.maps.openSplit(woman.leaf()).orElseThrow();
    var successor = world.maps.anySuccessor(split);

    assertOnlyTheRemainderShrinks(
        world, () -> world.assign(woman, world.maps.following(woman.leaf(), split, successor)));
    assertThat(world.maps.openSplit(world.women.get(indexOf(world, woman)).leaf()))
        .isNotEqualTo(Optional.of(split));
  }

  private static int indexOf(World world, Woman woman) {
    return world.women.stream().map(Woman::id).toList().indexOf(woman.id());
  }

  @Property(tries = 250)
  void assigning_a_branch_moves_its_members_from_the_remainder_to_the_successor_and_nothing_else(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int redrawings) {
    var world = new World(new RandomMaps(seed, 2, redrawings));
    var open = world.maps.openBranch();
    Assume.that(open.isPresent());
    var branch = open.orElseThrow();
    var split = world.maps.openSplit(branch).orElseThrow();

    assertOnlyTheRemainderShrinks(
        world, () -> world.maps.assign(branch.unit(), split, world.maps.anySuccessor(split)));
  }

  private static void assertOnlyTheRemainderShrinks(World world, Runnable assignment) {
    var asOf = world.maps.anyDate();
    var before =
        world.maps.days().stream()
            .collect(Collectors.toMap(d -> d, d -> communes(world, asOf, d), (a, _) -> a));
    assignment.run();
    for (var hierarchy : world.maps.days()) {
      var was = before.get(hierarchy);
      var is = communes(world, asOf, hierarchy);
      assertThat(is.values().stream().mapToLong(n -> n).sum())
          .isEqualTo(was.values().stream().mapToLong(n -> n).sum());
      is.forEach(
          (place, members) -> {
            if (place.isEmpty()) {
              assertThat(members).isLessThanOrEqualTo(was.getOrDefault(place, 0L));
            } else {
              assertThat(members).isGreaterThanOrEqualTo(was.getOrDefault(place, 0L));
            }
          });
    }
  }

  /** Members by the code of their commune; "" for the remainders and what is in no province. */
  private static Map<String, Long> communes(World world, LocalDate asOf, LocalDate hierarchy) {
    var members = new HashMap<String, Long>();
    var all = world.reports(asOf, hierarchy, null);
    members.put("", unplaced(all) + total(all));
    for (var report : world.reports(asOf, hierarchy, UnitLevel.COMMUNE)) {
      for (var row : report.rows()) {
        if (row.unit() != null) {
          members.merge(row.unit().code(), row.members(), Long::sum);
          members.merge("", -row.members(), Long::sum);
        }
      }
    }
    return members;
  }

  private static long total(List<MembershipReport> reports) {
    return reports.stream().mapToLong(r -> r.total().members()).sum();
  }

  private static long unplaced(List<MembershipReport> reports) {
    return reports.getFirst().unplaced();
  }
}
