package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;

/**
 * One day's map as reports ask for it: places are looked up once for each leaf. Immutable but for
 * what it remembers.
 */
public final class Territory {

  /**
   * Where a leaf belongs.
   *
   * @param above from the lowest unit that certainly holds the leaf up to the province
   */
  public record Place(List<OrgUnit> above) {

    static final Place NOWHERE = new Place(List.of());

    public boolean isWithin(UUID unit) {
      for (var one : above) {
        if (one.id().equals(unit)) {
          return true;
        }
      }
      return false;
    }

    /** The unit of a level that holds the leaf; null where none does or the map leaves it open. */
    public @Nullable OrgUnit at(UnitLevel level) {
      for (var one : above) {
        if (one.level() == level) {
          return one;
        }
      }
      return null;
    }
  }

  private record Below(UUID unit, UnitLevel level) {}

  private final OrgMap map;
  private final LocalDate day;
  private final Map<Leaf, Place> places = new ConcurrentHashMap<>();
  private final Map<UUID, Place> unitPlaces = new ConcurrentHashMap<>();
  private final Map<Below, List<OrgUnit>> below = new ConcurrentHashMap<>();

  public Territory(OrgMap map, LocalDate day) {
    this.map = map;
    this.day = day;
  }

  public OrgMap map() {
    return map;
  }

  public LocalDate day() {
    return day;
  }

  public Place place(Leaf leaf) {
    var known = places.get(leaf);
    return known != null ? known : places.computeIfAbsent(leaf, l -> find(l.unit(), l.via()));
  }

  /** Where a unit belongs if nobody in it was assigned personally. */
  public Place place(UUID unit) {
    var known = unitPlaces.get(unit);
    return known != null ? known : unitPlaces.computeIfAbsent(unit, u -> find(u, List.of()));
  }

  private Place find(UUID unit, List<UUID> via) {
    var path = map.place(unit, via, day).path();
    return path.isEmpty()
        ? Place.NOWHERE
        : new Place(path.stream().map(id -> map.unit(id).orElseThrow()).toList());
  }

  /** The units of a level that certainly belong to a unit (or are it), by code. */
  public List<OrgUnit> below(UUID unit, UnitLevel level) {
    return below.computeIfAbsent(
        new Below(unit, level),
        _ ->
            map.unitsAt(day, level).stream()
                .filter(u -> u.equals(place(u.id()).at(level)) && place(u.id()).isWithin(unit))
                .toList());
  }
}
