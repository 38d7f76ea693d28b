package vn.sen.reporting.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Flow;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;
import vn.sen.reporting.reading.Unit;

/**
 * The membership of a unit and of the units below it.
 *
 * @param unit whose report it is
 * @param trait what the localities are that it is limited to; null for all
 * @param total everything that certainly belongs to the unit
 * @param rows one for each unit of the level, by code; then, if any figure is left, the remainder
 * @param rankedBy the denominator of the rates that rank the rows
 * @param thresholdPercent communes below it, measured against women present, are listed
 * @param under60 these communes, lowest rate first
 * @param unplaced members of whom the map does not say to which province they belong; in no total
 */
public record MembershipReport(
    Unit unit,
    @Nullable UnitTrait trait,
    LocalDate asOf,
    LocalDate hierarchy,
    LocalDate from,
    UnitLevel level,
    Figures total,
    List<Row> rows,
    WomenDefinition rankedBy,
    BigDecimal thresholdPercent,
    List<LowRate> under60,
    long unplaced) {

  /**
   * The figures of a territory.
   *
   * @param members of every type
   * @param honorary those of them who are honorary
   * @param women the denominators, one for each definition
   * @param gatheringRates members ÷ women, one for each definition
   * @param underThreshold whether the rate among women present is below the threshold; null without
   *     a rate
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Figures(
      long members,
      long honorary,
      Flows flows,
      List<Women> women,
      List<Rate> gatheringRates,
      @Nullable Boolean underThreshold) {}

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   * @param rank 1 is the highest rate; null without one
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Row(
      @Nullable Unit unit,
      boolean remainder,
      @Nullable Integer rank,
      long members,
      long honorary,
      Flows flows,
      List<Women> women,
      List<Rate> gatheringRates,
      @Nullable Boolean underThreshold) {

    static Row of(@Nullable Unit unit, Figures figures) {
      return new Row(
          unit,
          unit == null,
          null,
          figures.members(),
          figures.honorary(),
          figures.flows(),
          figures.women(),
          figures.gatheringRates(),
          figures.underThreshold());
    }

    Row ranked(@Nullable Integer number) {
      return new Row(
          unit, remainder, number, members, honorary, flows, women, gatheringRates, underThreshold);
    }
  }

  /** Who came and went in the period, by reason; moves inside the territory are neither. */
  public record Flows(Map<Flow, Long> in, Map<Flow, Long> out, long net) {}

  /**
   * A denominator.
   *
   * @param count null where no number was stated for the territory
   * @param asOf the oldest date among the numbers it is made of
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Women(
      WomenDefinition definition,
      @Nullable Long count,
      @Nullable LocalDate asOf,
      List<String> sources) {}

  /** A gathering rate with two decimals; null without a denominator. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Rate(WomenDefinition definition, @Nullable BigDecimal percent) {}

  /** A commune with a low rate. */
  public record LowRate(Unit unit, long members, long women, BigDecimal percent) {}
}
