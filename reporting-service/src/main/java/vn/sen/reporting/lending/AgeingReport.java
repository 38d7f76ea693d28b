package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Unit;

/**
 * For how long what is overdue has been so.
 *
 * @param unplaced overdue principal of which the map does not say to which province it belongs, in
 *     đồng; in no total
 */
public record AgeingReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    UnitLevel level,
    Ageing total,
    List<AgeingOfUnit> rows,
    long unplaced) {

  /**
   * A row.
   *
   * @param unit null for the remainder
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AgeingOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped Ageing ageing) {}

  /**
   * Overdue principal by age.
   *
   * @param overdue all of it, in đồng
   * @param loans with overdue principal
   * @param households with such loans, each counted once
   */
  public record Ageing(long overdue, long loans, long households, List<AgeBucket> buckets) {}

  /**
   * Principal overdue for up to a number of days and longer than the bucket before.
   *
   * @param toDays null for the last bucket, which has no end
   * @param overdue in đồng
   * @param loans with principal in this bucket; a loan that fell overdue in parts is in several
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AgeBucket(@Nullable Integer toDays, long overdue, long loans) {}
}
