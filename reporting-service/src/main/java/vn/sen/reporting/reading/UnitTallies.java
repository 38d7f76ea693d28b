package vn.sen.reporting.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Territory.Place;

/**
 * Tallies of the unit asked for, of each unit of a level below it, of the remainder that belongs to
 * none of these, and of what the map places in no province.
 *
 * @param <T> adds something up
 */
public final class UnitTallies<T> {

  private final Territory territory;
  private final Area area;
  private final OrgUnit unit;
  private final UnitLevel level;
  private final T total;
  private final T unplaced;
  private final Supplier<T> empty;
  private final Map<UUID, T> rows = new HashMap<>();
  private @Nullable T remainder;

  /**
   * @param unit the code that a unit bears on the territory's day, or a unit's id
   * @param level of the rows; null for the next one below the unit
   * @param trait only localities that are this on the territory's day have rows; null for all
   * @throws vn.sen.chassis.domain.RuleViolation naming the parameter that does not fit the map
   */
  public UnitTallies(
      Territory territory,
      String unit,
      @Nullable UnitLevel level,
      @Nullable UnitTrait trait,
      Supplier<T> empty) {
    this.territory = territory;
    this.area = new Area(territory, trait);
    this.unit = UnitChoice.unit(unit, territory);
    this.level = UnitChoice.level(level, this.unit, territory);
    this.empty = empty;
    this.total = empty.get();
    this.unplaced = empty.get();
    rowUnits().forEach(u -> rows.put(u.id(), empty.get()));
  }

  private List<OrgUnit> rowUnits() {
    return area.below(unit.id(), level);
  }

  /** Adds to all tallies that hold the place. */
  public void add(Place place, Consumer<T> addition) {
    if (isUnplaced(place)) {
      addition.accept(unplaced);
    } else if (holds(place)) {
      addition.accept(total);
      var row = place.at(level);
      var tally = row == null ? null : rows.get(row.id());
      addition.accept(tally == null ? remainder() : tally);
    }
  }

  /** Whether what is asked for is at a place that the map puts in no province. */
  public boolean isUnplaced(Place place) {
    return place.above().isEmpty() && area.holds(place);
  }

  /** Whether a place certainly belongs to what is asked for of the unit. */
  public boolean holds(Place place) {
    return place.isWithin(unit.id()) && area.holds(place);
  }

  /** The unit of the level that holds a place, or null for the remainder. */
  public @Nullable OrgUnit row(Place place) {
    var row = place.at(level);
    return row != null && rows.containsKey(row.id()) ? row : null;
  }

  private T remainder() {
    var known = remainder;
    if (known == null) {
      known = empty.get();
      remainder = known;
    }
    return known;
  }

  /** One row for each unit, by code; then, if anything is left, the remainder without a unit. */
  public <R> List<R> rows(BiFunction<@Nullable Unit, T, R> make) {
    var made = new ArrayList<R>();
    for (var u : rowUnits()) {
      var tally = Objects.requireNonNull(rows.get(u.id()));
      made.add(make.apply(Unit.of(u, territory.day()), tally));
    }
    if (remainder != null) {
      made.add(make.apply(null, remainder));
    }
    return made;
  }

  public T total() {
    return total;
  }

  public T unplaced() {
    return unplaced;
  }

  public UnitLevel level() {
    return level;
  }

  public Unit unit() {
    return Unit.of(unit, territory.day());
  }
}
