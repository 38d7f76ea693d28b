package vn.sen.membership.assignment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.Split;
import vn.sen.membership.member.MemberAssignments.Belonging;

/** Which successor of a split the households follow of whom somebody was assigned. */
final class HouseholdWays {

  private final Map<UUID, Set<UUID>> ways = new HashMap<>();

  /** Takes note of where somebody of a household belongs. */
  void add(Belonging member, Split split, OrgMap map) {
    var household = member.householdId();
    if (household != null) {
      split
          .followedBy(map, member.unitId(), member.via())
          .ifPresent(to -> ways.computeIfAbsent(household, _ -> new HashSet<>()).add(to));
    }
  }

  /** The one that all who were assigned follow; empty where nobody was, or they disagree. */
  Optional<UUID> of(UUID household) {
    var all = ways.getOrDefault(household, Set.of());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }
}
