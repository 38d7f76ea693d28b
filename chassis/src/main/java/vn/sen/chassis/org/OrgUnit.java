package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * A unit over its whole life. Its id identifies it; its code does so only together with {@code
 * validFrom}, because codes are recycled, and its name never.
 *
 * @param parentId the parent it was set up under, which may have been closed since; null for a
 *     province. The parent on a day is {@link OrgMap#parentOn}
 * @param validFrom the first day
 * @param validTo the first day on which it no longer exists, or null
 * @param territorial false for units of a police force, a company and the like
 * @param names what it was called, oldest first, never empty
 */
public record OrgUnit(
    UUID id,
    String code,
    UnitLevel level,
    @Nullable UUID parentId,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean territorial,
    List<Name> names) {

  /** A name and kind borne from a day on. */
  public record Name(LocalDate from, String name, UnitKind kind) {}

  public OrgUnit {
    names = List.copyOf(names);
  }

  /** Whether the day lies in the unit's life. */
  public boolean existsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }

  /** The name on a day; before its first day its first name, after its last day its last one. */
  public String nameOn(LocalDate day) {
    return calledOn(day).name();
  }

  /** The kind on a day, like {@link #nameOn}. */
  public UnitKind kindOn(LocalDate day) {
    return calledOn(day).kind();
  }

  /**
   * The day nearest to the given one on which the unit exists: lets a territory that a map no
   * longer (or not yet) knows be asked for under that map.
   */
  public LocalDate nearestDay(LocalDate day) {
    if (day.isBefore(validFrom)) {
      return validFrom;
    }
    return validTo == null || day.isBefore(validTo) ? day : validTo.minusDays(1);
  }

  private Name calledOn(LocalDate day) {
    var called = names.getFirst();
    for (var name : names) {
      if (!name.from().isAfter(day)) {
        called = name;
      }
    }
    return called;
  }
}
