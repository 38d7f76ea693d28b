package vn.sen.chassis.assignment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.Split;

/** Which successor of a split those of a household follow who were assigned already. */
public final class SharedWays {

  private final Split split;
  private final OrgMap map;
  private final Map<UUID, Set<UUID>> ways = new HashMap<>();

  public SharedWays(Split split, OrgMap map) {
    this.split = split;
    this.map = map;
  }

  /** Takes note of where something of a household lies. */
  public void add(UUID household, UUID unit, List<UUID> via) {
    split
        .followedBy(map, unit, via)
        .ifPresent(to -> ways.computeIfAbsent(household, _ -> new HashSet<>()).add(to));
  }

  /** The one that all follow which were assigned; empty where none was, or they disagree. */
  public Optional<UUID> of(UUID household) {
    var all = ways.getOrDefault(household, Set.of());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }
}
