package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sen.chassis.org.OrgMap;

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
}
