package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;

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
 * @param traits what the locality was stated to be, and when
 */
public record OrgUnit(
    UUID id,
    String code,
    UnitLevel level,
    @Nullable UUID parentId,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean territorial,
    List<Name> names,
    List<Trait> traits) {

  /** A name and kind borne from a day on. */
  public record Name(LocalDate from, String name, UnitKind kind) {}

  /**
   * What the locality was from a day on.
   *
   * @param until the last day; null while no end is known
   * @param source the document that says so
   */
  public record Trait(UnitTrait trait, LocalDate from, @Nullable LocalDate until, String source) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  public OrgUnit {
    names = List.copyOf(names);
    traits = List.copyOf(traits);
  }

  /** A unit of whose locality nothing was stated. */
  public OrgUnit(
      UUID id,
      String code,
      UnitLevel level,
      @Nullable UUID parentId,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      boolean territorial,
      List<Name> names) {
    this(id, code, level, parentId, validFrom, validTo, territorial, names, List.of());
  }

  /**
   * Whether the unit itself was stated to be that on the day. What lies in the area of a trait,
   * {@link OrgMap#hasTrait} says.
   */
  public boolean statedToBe(UnitTrait trait, LocalDate day) {
    return traits.stream().anyMatch(t -> t.trait() == trait && t.holdsOn(day));
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
