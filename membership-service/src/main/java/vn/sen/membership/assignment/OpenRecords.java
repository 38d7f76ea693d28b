package vn.sen.membership.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.assignment.Assignable;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.assignment.Handover;
import vn.sen.chassis.assignment.SharedWays;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.UnitLevel;
import vn.sen.membership.communitygroup.GroupAssignments;
import vn.sen.membership.communitygroup.GroupAssignments.Led;
import vn.sen.membership.household.HouseholdRecords;
import vn.sen.membership.member.MemberAssignments;
import vn.sen.membership.member.MemberAssignments.Belonging;
import vn.sen.membership.orgunit.UnitAssignments;
import vn.sen.membership.orgunit.Units;

/** Finds the branches, members and groups that a split concerns, and lets them follow. */
@Component
class OpenRecords implements Assignable {

  private static final int AT_ONCE = 500;

  private final MemberAssignments members;
  private final GroupAssignments groups;
  private final UnitAssignments branches;
  private final HouseholdRecords households;
  private final Units units;

  OpenRecords(
      MemberAssignments members,
      GroupAssignments groups,
      UnitAssignments branches,
      HouseholdRecords households,
      Units units) {
    this.members = members;
    this.groups = groups;
    this.branches = branches;
    this.households = households;
    this.units = units;
  }

  @Override
  public Candidates candidates(Split split, Wanted wanted) {
    var of = Set.copyOf(wanted.of().stream().map(UUID::fromString).toList());
    return switch (Rule.valueOf(wanted.rule())) {
      case BRANCHES -> (behind, limit) -> branches(split, of, behind, limit);
      case GROUPS -> (behind, limit) -> groups(split, of, behind, limit);
      case MEMBERS -> members(split, member -> of.contains(member.id()));
      case HOUSEHOLDS -> members(split, member -> livesIn(of, member));
      case GROUP_MEMBERS -> {
        var belonging = groups.membersOf(of);
        yield members(split, member -> belonging.contains(member.id()));
      }
      case WITH_HOUSEHOLD -> withHousehold(split);
    };
  }

  private static boolean livesIn(Set<UUID> of, Belonging member) {
    return member.householdId() != null && of.contains(member.householdId());
  }

  @Override
  public void assign(UUID id, Handover handover, CommandContext by) {
    switch (Rule.valueOf(handover.rule())) {
      case BRANCHES -> branches.follow(id, handover, by);
      case GROUPS -> groups.follow(id, handover, by);
      case MEMBERS, HOUSEHOLDS, GROUP_MEMBERS, WITH_HOUSEHOLD -> members.follow(id, handover, by);
    }
  }

  /** The branches and teams that the split concerns, by code. */
  List<OrgUnit> branches(Split split) {
    var map = units.map();
    return split.territory(map).stream()
        .flatMap(id -> map.unit(id).stream())
        .filter(unit -> unit.level().compareTo(UnitLevel.BRANCH) >= 0)
        .sorted(Comparator.comparing(OrgUnit::code))
        .toList();
  }

  /** Those that follow no successor. */
  List<OrgUnit> openBranches(Split split) {
    var map = units.map();
    return branches(split).stream()
        .filter(unit -> split.leavesOpen(map, unit.id(), List.of()))
        .toList();
  }

  /** How many members of which units follow no successor. */
  List<OpenMembers> openMembers(Split split) {
    var map = units.map();
    var open = new ArrayList<OpenMembers>();
    members
        .count(within(split, map))
        .forEach(
            (place, count) -> {
              if (split.leavesOpen(map, place.getFirst(), place.subList(1, place.size()))) {
                open.add(new OpenMembers(place.getFirst(), count));
              }
            });
    return open;
  }

  /** Members of a unit who follow no successor. */
  record OpenMembers(UUID unitId, long members) {}

  /**
   * The members who follow no successor, in the order of their ids.
   *
   * @param wanted which of them
   */
  List<Belonging> openMembers(
      Split split, @Nullable UUID behind, int limit, Predicate<Belonging> wanted) {
    var map = units.map();
    return scan(
        within(split, map),
        behind,
        limit,
        members::of,
        Belonging::id,
        member ->
            member.until() == null
                && split.leavesOpen(map, member.unitId(), member.via())
                && wanted.test(member));
  }

  /** The groups that follow no successor, in the order of their ids. */
  List<Led> openGroups(Split split, @Nullable UUID behind, int limit) {
    var map = units.map();
    return scan(
        within(split, map),
        behind,
        limit,
        groups::of,
        Led::id,
        group -> split.leavesOpen(map, group.unitId(), group.via()));
  }

  private List<Candidate> branches(Split split, Set<UUID> of, @Nullable UUID behind, int limit) {
    return branches(split).stream()
        .map(OrgUnit::id)
        .filter(of::contains)
        .filter(id -> behind == null || id.compareTo(behind) > 0)
        .sorted()
        .limit(limit)
        .map(id -> new Candidate(id, id, List.of(), null))
        .toList();
  }

  private List<Candidate> groups(Split split, Set<UUID> of, @Nullable UUID behind, int limit) {
    return scan(
            within(split, units.map()),
            behind,
            limit,
            groups::of,
            Led::id,
            group -> of.contains(group.id()))
        .stream()
        .map(group -> new Candidate(group.id(), group.unitId(), group.via(), null))
        .toList();
  }

  private Candidates members(Split split, Predicate<Belonging> wanted) {
    return (behind, limit) ->
        onNewMap(split, behind, limit, wanted).stream()
            .map(member -> candidate(member, null))
            .toList();
  }

  private static Candidate candidate(Belonging member, @Nullable UUID successor) {
    return new Candidate(member.id(), member.unitId(), member.via(), successor);
  }

  private List<Belonging> onNewMap(
      Split split, @Nullable UUID behind, int limit, Predicate<Belonging> wanted) {
    return scan(
        within(split, units.map()),
        behind,
        limit,
        members::of,
        Belonging::id,
        member -> isOnNewMap(member, split) && wanted.test(member));
  }

  private Candidates withHousehold(Split split) {
    var ways = sharedWays(split);
    return (behind, limit) -> {
      var part = inHouseholds(split, behind, limit);
      var lives = households.unitsOf(part.stream().map(OpenRecords::household).toList());
      return part.stream()
          .map(member -> candidate(member, way(household(member), lives, split, ways).orElse(null)))
          .toList();
    };
  }

  private SharedWays sharedWays(Split split) {
    var ways = new SharedWays(split, units.map());
    var part = inHouseholds(split, null, AT_ONCE);
    while (!part.isEmpty()) {
      part.forEach(member -> ways.add(household(member), member.unitId(), member.via()));
      part = inHouseholds(split, part.getLast().id(), AT_ONCE);
    }
    return ways;
  }

  private List<Belonging> inHouseholds(Split split, @Nullable UUID behind, int limit) {
    return onNewMap(split, behind, limit, member -> member.householdId() != null);
  }

  /** Who left before the split has no place on the new map, unless her branch follows. */
  private static boolean isOnNewMap(Belonging member, Split split) {
    return member.until() == null || member.until().isAfter(split.on());
  }

  private static UUID household(Belonging member) {
    return Objects.requireNonNull(member.householdId());
  }

  /**
   * Where the household has moved to, or else where those of it are who were assigned.
   *
   * @param lives in which units, by household; without those that there are not
   */
  private Optional<UUID> way(UUID household, Map<UUID, UUID> lives, Split split, SharedWays ways) {
    return Optional.ofNullable(lives.get(household))
        .flatMap(unit -> split.followedBy(units.map(), unit, List.of()))
        .or(() -> ways.of(household));
  }

  /** Where what the split concerns can lie, assigned or not. */
  private static Set<UUID> within(Split split, OrgMap map) {
    var within = new HashSet<>(split.territory(map));
    within.addAll(split.successors());
    return within;
  }

  /** Part by part, those behind an id that are wanted. */
  private static <T> List<T> scan(
      Set<UUID> within,
      @Nullable UUID behind,
      int limit,
      Parts<T> parts,
      Function<T, UUID> id,
      Predicate<T> wanted) {
    var found = new ArrayList<T>();
    var part = parts.next(within, behind, AT_ONCE);
    while (!part.isEmpty()) {
      for (var one : part) {
        if (wanted.test(one)) {
          found.add(one);
        }
        if (found.size() == limit) {
          return found;
        }
      }
      part = parts.next(within, id.apply(part.getLast()), AT_ONCE);
    }
    return found;
  }

  /** A list that is read part by part. */
  private interface Parts<T> {
    List<T> next(Set<UUID> within, @Nullable UUID behind, int limit);
  }
}
