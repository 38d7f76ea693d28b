package vn.sen.reporting.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Dated;

/**
 * What a report is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the date of the results; targets are those of its year, flows are counted from the
 *     year's first day on
 * @param hierarchy the day whose map sums what is counted
 * @param level of the rows; null for the next one below the unit
 * @param programme the code of a programme; null for all
 */
public record ProgrammeQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    @Nullable String programme)
    implements Dated {

  LocalDate firstOfYear() {
    return asOf.withDayOfYear(1);
  }
}
