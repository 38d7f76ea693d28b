package vn.sen.reporting.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Dated;

/**
 * What a report is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the business date up to which members are counted
 * @param hierarchy the day whose map sums the leaves
 * @param level of the rows; null for the next one below the unit
 * @param from the first day of the flows
 * @param trait only localities that have it on the hierarchy's date; null for all
 */
public record MembershipQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    LocalDate from,
    @Nullable UnitTrait trait)
    implements Dated {

  /** Localities of every kind. */
  public MembershipQuery(
      String unit, LocalDate asOf, LocalDate hierarchy, @Nullable UnitLevel level, LocalDate from) {
    this(unit, asOf, hierarchy, level, from, null);
  }

  /** The same with rows of a level. */
  MembershipQuery at(UnitLevel rows) {
    return new MembershipQuery(unit, asOf, hierarchy, rows, from, trait);
  }
}
