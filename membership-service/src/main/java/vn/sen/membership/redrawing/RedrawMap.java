package vn.sen.membership.redrawing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * The command to redraw the map.
 *
 * @param units to set up
 * @param closes units that end, besides those that go into successors
 */
record RedrawMap(
    String resolution,
    LocalDate effectiveOn,
    List<NewUnit> units,
    List<UUID> closes,
    List<Succession> successions) {

  RedrawMap {
    units = List.copyOf(units);
    closes = List.copyOf(closes);
    successions = List.copyOf(successions);
  }

  /**
   * @param key names the unit within this command
   * @param parentKey another unit of this command, or null
   * @param parentId a unit that stays, or null
   */
  record NewUnit(
      String key,
      String code,
      String name,
      UnitLevel level,
      UnitKind kind,
      @Nullable String parentKey,
      @Nullable UUID parentId) {}

  /**
   * @param note what went over, where known
   */
  record Succession(UUID fromId, String toKey, Extent extent, @Nullable String note) {}
}
