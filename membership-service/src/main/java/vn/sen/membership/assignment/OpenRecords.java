package vn.sen.membership.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
  public List<Candidate> next(Split split, Wanted wanted, @Nullable UUID behind, int limit) {
    var rule = Rule.valueOf(wanted.rule());
    var of = Set.copyOf(wanted.of().stream().map(UUID::fromString).toList());
    return switch (rule) {
      case BRANCHES ->
          branches(split).stream()
              .map(OrgUnit::id)
              .filter(of::contains)
              .filter(id -> behind == null || id.compareTo(behind) > 0)
              .sorted()
              .limit(limit)
              .map(id -> new Candidate(id, id, List.of(), null))
              .toList();
      case GROUPS -> groups(split, behind, limit, group -> of.contains(group.id()));
      case MEMBERS -> members(split, behind, limit, member -> of.contains(member.id()));
      case HOUSEHOLDS -> members(split, behind, limit, member -> livesIn(of, member));
      case GROUP_MEMBERS -> {
        var belonging = groups.membersOf(of);
        yield members(split, behind, limit, member -> belonging.contains(member.id()));
      }
      case WITH_HOUSEHOLD -> withHousehold(split, behind, limit);
    };
  }

  private static boolean livesIn(Set<UUID> of, Belonging member) {
    return member.householdId() != null && of.contains(member.householdId());
  }

  @Override
  public void assign(UUID id, Split split, UUID successor, Wanted wanted, CommandContext by) {
    switch (Rule.valueOf(wanted.rule())) {
      case BRANCHES -> branches.follow(id, split.redrawingId(), successor, by);
      case GROUPS -> groups.follow(id, split.redrawingId(), successor, by);
      case MEMBERS, HOUSEHOLDS, GROUP_MEMBERS, WITH_HOUSEHOLD ->
          members.follow(id, split.redrawingId(), successor, by);
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

  private List<Candidate> members(
      Split split, @Nullable UUID behind, int limit, Predicate<Belonging> wanted) {
    return scan(
            within(split, units.map()),
            behind,
            limit,
            members::of,
            Belonging::id,
            member -> isOnNewMap(member, split) && wanted.test(member))
        .stream()
        .map(member -> new Candidate(member.id(), member.unitId(), member.via(), null))
        .toList();
  }

  private List<Candidate> groups(
      Split split, @Nullable UUID behind, int limit, Predicate<Led> wanted) {
    return scan(within(split, units.map()), behind, limit, groups::of, Led::id, wanted).stream()
        .map(group -> new Candidate(group.id(), group.unitId(), group.via(), null))
        .toList();
  }

  private List<Candidate> withHousehold(Split split, @Nullable UUID behind, int limit) {
    var map = units.map();
    var ways = new SharedWays(split, map);
    for (var member : inHouseholds(split, map, null, Integer.MAX_VALUE)) {
      ways.add(household(member), member.unitId(), member.via());
    }
    return inHouseholds(split, map, behind, limit).stream()
        .map(
            member ->
                new Candidate(
                    member.id(),
                    member.unitId(),
                    member.via(),
                    way(household(member), split, map, ways).orElse(null)))
        .toList();
  }

  private List<Belonging> inHouseholds(Split split, OrgMap map, @Nullable UUID behind, int limit) {
    return scan(
        within(split, map),
        behind,
        limit,
        members::of,
        Belonging::id,
        member -> member.householdId() != null && isOnNewMap(member, split));
  }

  /** Who left before the split has no place on the new map, unless her branch follows. */
  private static boolean isOnNewMap(Belonging member, Split split) {
    return member.until() == null || member.until().isAfter(split.on());
  }

  private static UUID household(Belonging member) {
    return Objects.requireNonNull(member.householdId());
  }

  /** Where the household has moved to, or else where those of it are who were assigned. */
  private Optional<UUID> way(UUID household, Split split, OrgMap map, SharedWays ways) {
    return split
        .followedBy(map, households.held(household).unitId(), List.of())
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
