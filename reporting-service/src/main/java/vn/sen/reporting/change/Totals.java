package vn.sen.reporting.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.ViewReader;

/**
 * The figures that are compared: those of a report's total of one unit.
 *
 * @param query names the unit by its id
 */
record Totals<K, F extends ViewReader<K>, R>(Counting<K, F, R> counting, ChangeQuery query) {

  /** The report's own figures; a unit that the map does not know has none. */
  Map<String, Long> of(R reading, OrgMap map) {
    return knows(map) ? counting.total().apply(reading, query) : Map.of();
  }

  /** The figures of what was known, summed by another map. */
  Map<String, Long> under(R reading, OrgMap map) {
    return of(counting.under().apply(reading, map), map);
  }

  /** The figures of nothing but what was added to a state. */
  Map<String, Long> over(F state, OrgMap map) {
    return of(counting.over(state, map), map);
  }

  /** Whether the unit is on a map. */
  boolean knows(OrgMap map) {
    return map.unit(UUID.fromString(query.unit()))
        .filter(u -> u.existsOn(query.hierarchy()))
        .isPresent();
  }

  /** How the figures that add up differ; those that do not are absent. */
  Map<String, Long> moved(Map<String, Long> from, Map<String, Long> to) {
    var moved = new LinkedHashMap<String, Long>();
    for (var name : counting.addUp()) {
      long delta = to.getOrDefault(name, 0L) - from.getOrDefault(name, 0L);
      if (delta != 0) {
        moved.put(name, delta);
      }
    }
    return moved;
  }
}
