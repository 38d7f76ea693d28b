package vn.sen.reporting.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ResultRule;
import vn.sen.reporting.reading.Unit;

/**
 * What programmes of the Union promised and delivered in a year.
 *
 * @param unit whose report it is
 * @param year of the targets and of what is counted over a period
 * @param asOf the date of the results
 * @param programmes those that are there on some day of the year up to the date, by code
 */
public record ProgrammeReport(
    Unit unit,
    int year,
    LocalDate asOf,
    LocalDate hierarchy,
    UnitLevel level,
    List<ProgrammeResults> programmes) {

  /**
   * A programme.
   *
   * @param name borne on the date
   * @param until the last day; null while no end is set
   * @param indicators those of the date, by code
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ProgrammeResults(
      String code,
      @Nullable String name,
      LocalDate from,
      @Nullable LocalDate until,
      List<IndicatorResults> indicators) {}

  /**
   * An indicator.
   *
   * @param measuredIn for people to read: lớp, người, tổ, %
   * @param rule how its result comes about
   * @param counted whether the platform counts the result; else officers state it
   * @param total of the unit
   * @param rows one for each unit of the level, by code; then, if anything was counted for none of
   *     them, the remainder
   */
  public record IndicatorResults(
      String code,
      String name,
      String measuredIn,
      ResultRule rule,
      boolean counted,
      Achievement total,
      List<AchievementOfUnit> rows) {}

  /**
   * A target and its result.
   *
   * @param target null where none is set
   * @param result null where nothing is stated, or nothing is known of what the rule counts
   * @param percent result ÷ target with one decimal; null without one of them or where the target
   *     is 0
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Achievement(
      @Nullable BigDecimal target, @Nullable BigDecimal result, @Nullable BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Achievement of(@Nullable BigDecimal target, @Nullable BigDecimal result) {
      var percent =
          target == null || result == null || target.signum() == 0
              ? null
              : result.multiply(HUNDRED).divide(target, 1, RoundingMode.HALF_UP);
      return new Achievement(target, result, percent);
    }
  }

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AchievementOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped Achievement achievement) {}
}
