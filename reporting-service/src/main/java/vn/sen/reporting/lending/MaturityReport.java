package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Unit;

/**
 * What falls due in the months ahead.
 *
 * @param unplaced principal of which the map does not say to which province it belongs, in đồng; in
 *     no total
 */
public record MaturityReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    UnitLevel level,
    Maturities total,
    List<MaturitiesOfUnit> rows,
    long unplaced) {

  /**
   * A row.
   *
   * @param unit null for the remainder
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MaturitiesOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped Maturities maturities) {}

  /**
   * Outstanding principal by when the last of it is due.
   *
   * @param pastDue due on {@code asOf} or before
   * @param months twelve, the first of them the rest of {@code asOf}'s own
   * @param later after these
   */
  public record Maturities(Due pastDue, List<DueMonth> months, Due later) {}

  /**
   * What is due in one month.
   *
   * @param month for instance 2023-11
   */
  public record DueMonth(YearMonth month, @JsonUnwrapped Due due) {}

  /**
   * What is due.
   *
   * @param principal in đồng
   * @param households with such loans, each counted once
   */
  public record Due(long principal, long loans, long households) {}
}
