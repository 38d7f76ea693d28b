package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.WomenDefinition;

/**
 * Finds the number of women of a unit. In this order:
 *
 * <ol>
 *   <li>the latest number stated for the unit itself at or before the date, however old: its date
 *       is shown with it, and what an officer states is not overruled by arithmetic;
 *   <li>a unit made by full merges alone: the sum over all its predecessors, if each has a number.
 *       A split moves no number: where a part came from one, the unit has none until one is stated
 *       for it;
 *   <li>a province or district: the sum over its territorial districts and communes on the map, if
 *       each has a number. Non-territorial units have none to add: their women live in some
 *       commune.
 * </ol>
 */
final class WomenCounts {

  /** The stated numbers of one unit by definition and date. */
  record StatedCounts(
      Map<WomenDefinition, ? extends NavigableMap<LocalDate, WomenCount.Stated>> byDate) {

    WomenCount.@Nullable Stated latest(WomenDefinition definition, LocalDate date) {
      var counts = byDate.get(definition);
      var entry = counts == null ? null : counts.floorEntry(date);
      return entry == null ? null : entry.getValue();
    }
  }

  private final OrgMap map;
  private final Lineage lineage;
  private final Map<UUID, StatedCounts> stated;

  WomenCounts(OrgMap map, Lineage lineage, Map<UUID, StatedCounts> stated) {
    this.map = map;
    this.lineage = lineage;
    this.stated = stated;
  }

  /** See {@link OrgMap#womenOn}. */
  WomenCount of(UUID unit, WomenDefinition definition, LocalDate date, LocalDate hierarchy) {
    var sum = new Sum(definition, date, new ArrayList<>(), new LinkedHashSet<>());
    sum.add(unit, hierarchy);
    return WomenCount.of(definition, sum.parts, List.copyOf(sum.missing));
  }

  private final class Sum {
    private final WomenDefinition definition;
    private final LocalDate date;
    private final List<WomenCount.Stated> parts;
    private final Set<UUID> missing;

    Sum(
        WomenDefinition definition,
        LocalDate date,
        List<WomenCount.Stated> parts,
        Set<UUID> missing) {
      this.definition = definition;
      this.date = date;
      this.parts = parts;
      this.missing = missing;
    }

    void add(UUID id, LocalDate hierarchy) {
      var own = stated.get(id);
      var latest = own == null ? null : own.latest(definition, date);
      if (latest != null) {
        parts.add(latest);
        return;
      }
      var unit = map.unit(id);
      if (unit.isEmpty() || !addPredecessors(unit.get()) && !addChildren(unit.get(), hierarchy)) {
        missing.add(id);
      }
    }

    private boolean addPredecessors(OrgUnit unit) {
      var links = lineage.predecessors(unit.id());
      if (links.isEmpty() || links.stream().anyMatch(l -> l.extent() != Extent.FULL)) {
        return false;
      }
      return addAll(links.stream().map(Lineage.Link::from).toList(), unit.validFrom().minusDays(1));
    }

    private boolean addChildren(OrgUnit unit, LocalDate hierarchy) {
      if (unit.level().compareTo(UnitLevel.COMMUNE) >= 0) {
        return false;
      }
      var day = unit.nearestDay(hierarchy);
      var children =
          map.childrenOf(unit.id(), day).stream()
              .filter(c -> c.territorial() && c.level().compareTo(UnitLevel.COMMUNE) <= 0)
              .map(OrgUnit::id)
              .toList();
      if (children.isEmpty()) {
        return false;
      }
      children.forEach(child -> add(child, day));
      return true;
    }

    /**
     * Adds all or nothing: a merged unit may still have children with numbers where a predecessor
     * has none.
     */
    private boolean addAll(List<UUID> units, LocalDate day) {
      var attempt = new Sum(definition, date, new ArrayList<>(), new LinkedHashSet<>());
      units.forEach(u -> attempt.add(u, day));
      if (!attempt.missing.isEmpty()) {
        return false;
      }
      parts.addAll(attempt.parts);
      return true;
    }
  }
}
