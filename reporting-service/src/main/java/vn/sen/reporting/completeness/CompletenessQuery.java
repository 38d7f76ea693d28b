package vn.sen.reporting.completeness;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;

/**
 * What is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param from the first month
 * @param until the last month
 * @param hierarchy the day whose map sums the entries
 * @param level of the rows; null for the next one below the unit
 */
public record CompletenessQuery(
    String unit, YearMonth from, YearMonth until, LocalDate hierarchy, @Nullable UnitLevel level) {

  /** The last day of the period. */
  public LocalDate lastDay() {
    return until.atEndOfMonth();
  }
}
