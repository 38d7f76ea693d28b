package vn.sen.reporting.warning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.reporting.WarningSide;
import vn.sen.events.reporting.WatchedFigure;
import vn.sen.reporting.reading.Unit;

/**
 * Which units below a unit are to be warned of.
 *
 * @param hierarchy the day whose map sums the figures, those of the months before too
 * @param rules those in force on {@code asOf}, by code
 */
public record WarningReport(
    Unit unit, LocalDate asOf, LocalDate hierarchy, List<RuleFindings> rules) {

  /**
   * What one rule finds.
   *
   * @param rule its code
   * @param indicator the id of the share in the indicator dictionary
   * @param numerator the id of what is counted
   * @param denominator the id of what it is measured by
   * @param threshold in percent
   * @param windowMonths from so many months the pace is taken
   * @param from since when the rule says this
   * @param source where it is written
   * @param units those that are to be warned of first
   */
  public record RuleFindings(
      String rule,
      WatchedFigure figure,
      String indicator,
      String numerator,
      String denominator,
      UnitLevel level,
      WarningSide side,
      BigDecimal threshold,
      int horizonMonths,
      int windowMonths,
      LocalDate from,
      String source,
      Counts counts,
      List<UnitFinding> units) {}

  /** How many units are in which state. */
  public record Counts(long under, long heading, long ok, long noData) {}

  /**
   * What a rule finds in one unit. Without a denominator there is only the state.
   *
   * @param share in percent with two decimals
   * @param trend null where fewer than three figures of the window are known
   * @param projection null without a trend
   * @param points the figures that the trend is taken from, the oldest first; only where the unit
   *     is to be warned of
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record UnitFinding(
      Unit unit,
      WarningState state,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable BigDecimal share,
      @Nullable Trend trend,
      @Nullable Projection projection,
      List<Point> points) {}
}
