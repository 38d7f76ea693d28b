package vn.sen.reporting.communitygroup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Dated;

/**
 * What a report is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the business date whose groups and members are told, and the last day of the flows
 * @param hierarchy the day whose map sums the groups
 * @param level of the rows; null for the next one below the unit
 * @param from the first day of the flows
 * @param type the code of a type; null for all
 * @param programme the code of a programme; null for all groups, also those of none
 * @param trait of the locality on {@code hierarchy}; null for all
 * @param by what the total is divided by, each for itself and all together
 */
public record CommunityGroupQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    LocalDate from,
    @Nullable String type,
    @Nullable String programme,
    @Nullable UnitTrait trait,
    Set<Dimension> by)
    implements Dated {

  /** In localities of every kind. */
  public CommunityGroupQuery(
      String unit,
      LocalDate asOf,
      LocalDate hierarchy,
      @Nullable UnitLevel level,
      LocalDate from,
      @Nullable String type,
      @Nullable String programme,
      Set<Dimension> by) {
    this(unit, asOf, hierarchy, level, from, type, programme, null, by);
  }

  /** The same with rows of a level, divided otherwise. */
  CommunityGroupQuery at(UnitLevel rows, Set<Dimension> divided) {
    return new CommunityGroupQuery(
        unit, asOf, hierarchy, rows, from, type, programme, trait, divided);
  }

  public CommunityGroupQuery {
    by = Collections.unmodifiableSet(new TreeSet<>(by)); // each instance prints it alike
  }
}
