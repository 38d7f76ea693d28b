package vn.sen.reporting.reading;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Territory.Place;

/**
 * The part of a day's map whose localities have a trait on that day; the whole map where none is
 * asked for. What the map places nowhere lies in no such part.
 */
public final class Area {

  private final Territory territory;
  private final @Nullable UnitTrait trait;
  private final List<OrgUnit> stated;

  /**
   * @param trait null for the whole map
   */
  public Area(Territory territory, @Nullable UnitTrait trait) {
    this.territory = territory;
    this.trait = trait;
    this.stated =
        trait == null
            ? List.of()
            : territory.map().units().stream()
                .filter(u -> u.existsOn(territory.day()) && isStated(u, trait))
                .toList();
  }

  /** Whether what belongs to the place is meant. */
  public boolean holds(Place place) {
    var asked = trait;
    return asked == null || place.above().stream().anyMatch(u -> isStated(u, asked));
  }

  private boolean isStated(OrgUnit unit, UnitTrait asked) {
    return unit.statedToBe(asked, territory.day());
  }

  /**
   * The units of a level that certainly belong to a unit (or are it) and of which something is
   * meant, by code.
   */
  public List<OrgUnit> below(UUID unit, UnitLevel level) {
    var all = territory.below(unit, level);
    return trait == null ? all : all.stream().filter(u -> !parts(u).isEmpty()).toList();
  }

  /**
   * The largest units whose whole territory is meant and that make up what is meant of a unit: the
   * unit itself where all of it is.
   */
  public List<OrgUnit> parts(OrgUnit unit) {
    if (holds(territory.place(unit.id()))) {
      return List.of(unit);
    }
    return stated.stream()
        .filter(u -> territory.place(u.id()).isWithin(unit.id()))
        .filter(u -> territory.place(u.id()).above().stream().noneMatch(a -> isAbove(a, u)))
        .toList();
  }

  private boolean isAbove(OrgUnit above, OrgUnit unit) {
    return !above.equals(unit) && stated.contains(above);
  }
}
