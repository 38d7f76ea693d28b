package vn.sen.chassis.org;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a leaf's figures belong on one map.
 *
 * @param path unit ids valid on that map's day, from the lowest upward to the province. A
 *     remainder's path starts at the lowest unit that certainly holds it. Empty where no province
 *     of that map certainly does: such figures count only in the total over all provinces
 * @param remainder whether the map leaves open to which unit below the path's start the figures
 *     belong
 * @param ambiguous the unit whose successors or predecessors leave it open; null unless a remainder
 *     with a known cause
 */
public record Placement(List<UUID> path, boolean remainder, @Nullable UUID ambiguous) {

  /** In no certain province. */
  static final Placement NOWHERE = new Placement(List.of(), true, null);

  public Placement {
    path = List.copyOf(path);
  }

  /** The lowest unit that certainly holds the figures. */
  public Optional<UUID> lowest() {
    return path.isEmpty() ? Optional.empty() : Optional.of(path.getFirst());
  }

  /** Whether the figures certainly belong to the unit. */
  public boolean isWithin(UUID unit) {
    return path.contains(unit);
  }

  /**
   * The placement of a unit that hangs directly under this one; in a remainder nobody knows where
   * it hangs.
   */
  Placement below(UUID unit) {
    if (remainder) {
      return this;
    }
    var longer = new ArrayList<UUID>(path.size() + 1);
    longer.add(unit);
    longer.addAll(path);
    return new Placement(longer, false, null);
  }

  /**
   * What is certain when any of several placements may be the right one: they agree on it, or only
   * on what is above all.
   *
   * @param cause the unit that leaves it open
   */
  static Placement common(List<Placement> possible, UUID cause) {
    var first = possible.getFirst();
    if (possible.stream().allMatch(first::isSamePlace)) {
      return first;
    }
    int shared = first.path.size();
    for (var other : possible) {
      shared = Math.min(shared, sharedAbove(first.path, other.path));
    }
    return new Placement(
        first.path.subList(first.path.size() - shared, first.path.size()), true, cause);
  }

  private boolean isSamePlace(Placement other) {
    return remainder == other.remainder && path.equals(other.path);
  }

  private static int sharedAbove(List<UUID> one, List<UUID> other) {
    int shared = 0;
    while (shared < Math.min(one.size(), other.size())
        && one.get(one.size() - 1 - shared).equals(other.get(other.size() - 1 - shared))) {
      shared++;
    }
    return shared;
  }
}
