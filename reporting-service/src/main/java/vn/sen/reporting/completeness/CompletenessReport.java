package vn.sen.reporting.completeness;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * Which units have entered what for a period, on time or late.
 *
 * @param from the first month, for instance 2023-10
 * @param until the last month
 * @param months how many months that is
 * @param deadlines until when each month's data were due, in order
 * @param total what is known of the whole unit
 * @param rows one for each unit of the level, by code; then, if anything was entered at none of
 *     them, the remainder
 * @param banks those with loans in the unit at the end of the period or with entries in it, by code
 */
public record CompletenessReport(
    Unit unit,
    YearMonth from,
    YearMonth until,
    LocalDate hierarchy,
    UnitLevel level,
    int months,
    List<LocalDate> deadlines,
    List<EnteredOfKind> total,
    List<UnitCompleteness> rows,
    List<BankCompleteness> banks) {

  /** What was entered of one kind; every kind is there, also where nothing was. */
  public record EnteredOfKind(DataKind kind, @JsonUnwrapped Entered entered) {}

  /**
   * What one unit and those below it have entered.
   *
   * @param unit null for the remainder
   * @param remainder whether it is what the map leaves open or belongs to no unit of the level
   * @param missing the kinds of which nothing was entered
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record UnitCompleteness(
      @Nullable Unit unit, boolean remainder, List<DataKind> missing, List<EnteredOfKind> kinds) {}

  /**
   * What one bank has told.
   *
   * @param updates to loans in the unit
   * @param statements of the bank, of whichever units
   */
  public record BankCompleteness(Labelled bank, Entered updates, Entered statements) {}
}
