package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;

/** Finds the unit and the level that a query means. */
public final class UnitChoice {

  private static final int UUID_LENGTH = 36;

  private UnitChoice() {}

  /**
   * A code means the unit that bore it on the day.
   *
   * @throws UnitUnknown if it never existed
   * @throws UnitNotOnMap if it does not exist on the day
   */
  public static OrgUnit unit(String text, Territory territory) {
    var map = territory.map();
    var day = territory.day();
    var id = id(text);
    var candidates =
        id.isPresent()
            ? map.unit(id.get()).stream().toList()
            : map.units().stream().filter(u -> u.code().equals(text)).toList();
    if (candidates.isEmpty()) {
      throw new UnitUnknown();
    }
    return candidates.stream()
        .filter(u -> u.existsOn(day))
        .findFirst()
        .orElseThrow(() -> notOnMap(candidates, territory));
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == UUID_LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Speaks of the bearer of the code that is nearest to the day. */
  private static UnitNotOnMap notOnMap(List<OrgUnit> candidates, Territory territory) {
    var day = territory.day();
    var nearest =
        candidates.stream()
            .min(
                Comparator.comparing(
                    u -> Math.abs(u.nearestDay(day).toEpochDay() - day.toEpochDay())))
            .orElseThrow();
    return new UnitNotOnMap(
        nearest.code() + " " + nearest.nameOn(day),
        day,
        nearest.validFrom() + " – " + lastDay(nearest.validTo()),
        instead(nearest, territory));
  }

  private static String lastDay(@Nullable LocalDate validTo) {
    return validTo == null ? "" : validTo.minusDays(1).toString();
  }

  private static String instead(OrgUnit unit, Territory territory) {
    var above = territory.place(unit.id()).above();
    var split = territory.map().becameOn(unit.id(), territory.day());
    var names =
        (split.isEmpty() ? above.stream().limit(1).toList() : split)
            .stream()
                .map(u -> u.code() + " " + u.nameOn(territory.day()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    return names.isEmpty() ? "–" : names;
  }

  /**
   * The level of the rows: the one asked for, or the next below the unit that has units on the day.
   *
   * @throws LevelNotBelowUnit if it lies above the unit
   * @throws LevelNotOnMap if the unit has nothing there
   */
  public static UnitLevel level(@Nullable UnitLevel asked, OrgUnit unit, Territory territory) {
    if (asked == null) {
      for (var level : UnitLevel.values()) {
        if (level.compareTo(unit.level()) > 0 && !territory.below(unit.id(), level).isEmpty()) {
          return level;
        }
      }
      return unit.level();
    }
    if (asked.compareTo(unit.level()) < 0) {
      throw new LevelNotBelowUnit(asked, unit.level());
    }
    if (territory.below(unit.id(), asked).isEmpty()) {
      throw new LevelNotOnMap(asked, territory.day());
    }
    return asked;
  }
}
