package vn.sen.reporting.reading;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Territory.Place;

/**
 * One row of a report, or its total: which places it is made of. It holds the very places that
 * {@link UnitTallies} adds to the row.
 */
public final class RowChoice {

  /** Names the figures that belong to no unit of the level. */
  public static final String REMAINDER = "remainder";

  /** Names the figures that the map places in no province. */
  public static final String UNPLACED = "unplaced";

  /** Names what the report tells of beside its totals because the map does not have its units. */
  public static final String OFF_MAP = "offMap";

  private enum Kind {
    TOTAL,
    UNIT,
    REMAINDER,
    UNPLACED
  }

  private final Kind kind;
  private final Territory territory;
  private final Area area;
  private final OrgUnit unit;
  private final @Nullable OrgUnit row;
  private final UnitLevel level;
  private final Set<UUID> rows;

  private RowChoice(
      Kind kind,
      Territory territory,
      Area area,
      OrgUnit unit,
      @Nullable OrgUnit row,
      UnitLevel level) {
    this.kind = kind;
    this.territory = territory;
    this.area = area;
    this.unit = unit;
    this.row = row;
    this.level = level;
    this.rows =
        area.below(unit.id(), level).stream()
            .map(OrgUnit::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The row that is meant.
   *
   * @param row the id of a unit below, {@link #REMAINDER} or {@link #UNPLACED}; null for the total
   * @param unit whose report it is: code or id
   * @param level of the report's rows, null for the next one below; a unit's row is of its own
   *     level
   * @param trait null for localities of every kind
   * @throws RowUnknown if there is no such row
   */
  public static RowChoice of(
      @Nullable String row,
      String unit,
      @Nullable UnitLevel level,
      @Nullable UnitTrait trait,
      Territory territory) {
    var area = new Area(territory, trait);
    var whose = UnitChoice.unit(unit, territory);
    if (row == null) {
      return new RowChoice(
          Kind.TOTAL, territory, area, whose, null, UnitChoice.level(level, whose, territory));
    }
    if (row.equals(REMAINDER) || row.equals(UNPLACED)) {
      var kind = row.equals(REMAINDER) ? Kind.REMAINDER : Kind.UNPLACED;
      return new RowChoice(
          kind, territory, area, whose, null, UnitChoice.level(level, whose, territory));
    }
    var found = unit(row, territory).orElseThrow(RowUnknown::new);
    var choice = new RowChoice(Kind.UNIT, territory, area, whose, found, found.level());
    if (!choice.rows.contains(found.id())) {
      throw new RowUnknown();
    }
    return choice;
  }

  private static Optional<OrgUnit> unit(String id, Territory territory) {
    try {
      return territory.map().unit(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether what belongs to the place is in the row. */
  public boolean holds(Place place) {
    if (!area.holds(place)) {
      return false;
    }
    return switch (kind) {
      case UNPLACED -> place.above().isEmpty();
      case TOTAL -> place.isWithin(unit.id());
      case REMAINDER -> place.isWithin(unit.id()) && !isInRow(place);
      case UNIT -> row != null && row.equals(place.at(level)) && place.isWithin(unit.id());
    };
  }

  private boolean isInRow(Place place) {
    var at = place.at(level);
    return at != null && rows.contains(at.id());
  }

  /** The unit that the row is of; null for the remainder and what is placed nowhere. */
  public @Nullable OrgUnit of() {
    return kind == Kind.TOTAL ? unit : row;
  }

  public boolean isRemainder() {
    return kind == Kind.REMAINDER;
  }

  public boolean isUnplaced() {
    return kind == Kind.UNPLACED;
  }

  /** The unit whose report it is. */
  public OrgUnit unit() {
    return unit;
  }

  /** The level of the rows, among which this one is. */
  public UnitLevel level() {
    return level;
  }

  public Area area() {
    return area;
  }

  public Territory territory() {
    return territory;
  }
}
