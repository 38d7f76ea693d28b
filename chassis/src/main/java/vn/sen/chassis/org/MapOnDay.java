package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Extent;

/**
 * The map in force on one day, and the only place that decides where figures of other days belong
 * on it.
 *
 * <p>A unit that exists on the day holds its own figures, under its parent of that day. What does
 * not exist is followed:
 *
 * <ul>
 *   <li>forward, where it had ended: a full succession leads to the successor; a split to the
 *       successor assigned to the member, else to her branch, else to what all successors share
 *       above them, as a remainder, never spread; an end without successors to the parent;
 *   <li>backward, where it was not yet there: to the one predecessor, or to what all predecessors
 *       share above them, as a remainder; without predecessors to the parent.
 * </ul>
 *
 * <p>Where all possible ways lead to the same unit again (the parts of a split merged later),
 * nothing is left open. Needed first for Resolution 1200/NQ-UBTVQH15 (from 2024-11-01, Phường 9
 * split among three wards) and the redrawing of 2025-07-01 (districts abolished, provinces merged,
 * six more communes split).
 */
final class MapOnDay {

  private record Leaf(UUID unit, List<UUID> via) {}

  private final LocalDate day;
  private final Map<UUID, OrgUnit> units;
  private final Lineage lineage;
  private final Map<Leaf, Placement> placements = new ConcurrentHashMap<>();
  private volatile @Nullable Map<UUID, List<OrgUnit>> tree;

  MapOnDay(LocalDate day, Map<UUID, OrgUnit> units, Lineage lineage) {
    this.day = day;
    this.units = units;
    this.lineage = lineage;
  }

  /** See {@link OrgMap#place}. */
  Placement place(UUID unit, List<UUID> via) {
    var leaf = new Leaf(unit, List.copyOf(via));
    var known = placements.get(leaf);
    if (known != null) {
      return known;
    }
    var placement = resolve(unit, choices(unit, via), new HashSet<>());
    placements.put(leaf, placement);
    return placement;
  }

  /** The units that stand directly below the unit on this day, by code. */
  List<OrgUnit> children(UUID unit) {
    return tree().getOrDefault(unit, List.of());
  }

  /**
   * What a split is decided by, strongest first: the member's assignments, her branch's, its
   * parents'.
   */
  private List<UUID> choices(UUID leaf, List<UUID> via) {
    var choices = new ArrayList<>(via);
    var seen = new HashSet<UUID>();
    for (var id = leaf; id != null && seen.add(id); id = parentOf(id)) {
      choices.addAll(lineage.assignments(id));
    }
    return choices;
  }

  private @Nullable UUID parentOf(UUID id) {
    var unit = units.get(id);
    return unit == null ? null : unit.parentId();
  }

  private Placement resolve(@Nullable UUID id, List<UUID> choices, Set<UUID> trail) {
    var unit = id == null ? null : units.get(id);
    if (unit == null || !trail.add(unit.id())) {
      return Placement
          .NOWHERE; // a root that ended, a unit not heard of yet, or facts that run in a circle
    }
    var placement =
        unit.existsOn(day)
            ? standing(unit, choices, trail)
            : day.isBefore(unit.validFrom())
                ? backward(unit, choices, trail)
                : forward(unit, choices, trail);
    trail.remove(unit.id());
    return placement;
  }

  private Placement standing(OrgUnit unit, List<UUID> choices, Set<UUID> trail) {
    return unit.parentId() == null
        ? new Placement(List.of(unit.id()), false, null)
        : resolve(unit.parentId(), choices, trail).below(unit.id());
  }

  private Placement backward(OrgUnit unit, List<UUID> choices, Set<UUID> trail) {
    var from = lineage.predecessors(unit.id()).stream().map(Lineage.Link::from).toList();
    return from.isEmpty()
        ? resolve(unit.parentId(), choices, trail)
        : any(unit, from, choices, trail);
  }

  private Placement forward(OrgUnit unit, List<UUID> choices, Set<UUID> trail) {
    var links = lineage.successors(unit.id());
    if (links.isEmpty()) {
      return resolve(unit.parentId(), choices, trail);
    }
    if (links.size() == 1 && links.getFirst().extent() == Extent.FULL) {
      return resolve(links.getFirst().to(), choices, trail);
    }
    var to = links.stream().map(Lineage.Link::to).toList();
    var assigned = choices.stream().filter(to::contains).findFirst();
    return assigned.isPresent()
        ? resolve(assigned.get(), choices, trail)
        : any(unit, to, choices, trail);
  }

  private Placement any(OrgUnit unit, List<UUID> ways, List<UUID> choices, Set<UUID> trail) {
    return Placement.common(
        ways.stream().map(way -> resolve(way, choices, trail)).toList(), unit.id());
  }

  private Map<UUID, List<OrgUnit>> tree() {
    var known = tree;
    if (known == null) {
      known = new HashMap<>();
      for (var unit : standing()) {
        var path = place(unit.id(), List.of()).path();
        // what a split leaves open hangs nowhere
        if (path.size() > 1 && path.getFirst().equals(unit.id())) {
          known.computeIfAbsent(path.get(1), _ -> new ArrayList<>()).add(unit);
        }
      }
      tree = known;
    }
    return known;
  }

  private List<OrgUnit> standing() {
    return units.values().stream()
        .filter(unit -> unit.existsOn(day))
        .sorted(Comparator.comparing(OrgUnit::code))
        .toList();
  }
}
