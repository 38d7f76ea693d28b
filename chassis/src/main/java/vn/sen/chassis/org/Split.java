package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One unit that a redrawing divided among successors.
 *
 * @param redrawingId the redrawing
 * @param on the first day of the new map
 * @param unit the unit that was divided
 * @param successors all units that got a part of it
 */
public record Split(UUID redrawingId, LocalDate on, UUID unit, Set<UUID> successors) {

  public Split {
    successors = Set.copyOf(successors);
  }

  /**
   * Whether figures of a leaf were under the divided unit on its last day, so that the split
   * concerns them.
   */
  public boolean concerns(OrgMap map, UUID leaf, List<UUID> via) {
    return leaf.equals(unit) || map.place(leaf, via, on.minusDays(1)).isWithin(unit);
  }

  /**
   * Where something is found that lies at a unit: by the unit itself, which comes first, and by
   * each of the successors that splits gave it to.
   */
  public static List<UUID> finding(UUID unit, List<UUID> via) {
    return Stream.concat(Stream.of(unit), via.stream()).toList();
  }

  /**
   * The successors that something was given to, with this one in place of any other of the same
   * splits: what is assigned anew follows the last word.
   *
   * @param via the successors so far
   * @param splits those that give it to the successor
   */
  public static List<UUID> following(List<UUID> via, UUID successor, Collection<Split> splits) {
    var ways = new ArrayList<>(via);
    ways.remove(successor);
    splits.forEach(split -> ways.removeAll(split.successors()));
    ways.add(successor);
    return List.copyOf(ways);
  }

  /**
   * The units of which what lies there is concerned: the divided one and those that were below it
   * on its last day. One that was set up since lies in its successor.
   */
  public Set<UUID> territory(OrgMap map) {
    return map.units().stream()
        .filter(u -> u.validFrom().isBefore(on))
        .map(OrgUnit::id)
        .filter(id -> concerns(map, id, List.of()))
        .collect(Collectors.toSet());
  }

  /** The successor that a leaf follows; empty where this or another split leaves it open. */
  public Optional<UUID> followedBy(OrgMap map, UUID leaf, List<UUID> via) {
    return map.place(leaf, via, on).path().stream().filter(successors::contains).findFirst();
  }

  /**
   * Whether it is this split that leaves open where a leaf belongs on the new map: neither whom the
   * figures are of, nor her branch, was assigned to a successor. While an earlier split leaves it
   * open, this one does not yet.
   */
  public boolean leavesOpen(OrgMap map, UUID leaf, List<UUID> via) {
    var placement = map.place(leaf, via, on);
    return placement.remainder()
        && unit.equals(placement.ambiguous())
        && concerns(map, leaf, via); // halves of an earlier split can be divided among the same
  }
}
