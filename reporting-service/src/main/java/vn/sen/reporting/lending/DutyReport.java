package vn.sen.reporting.lending;

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
 * What the Union owed the banks for their trust, what of it was done, and the fee for it.
 *
 * @param from the first day of the period that ends with {@code asOf}
 * @param months the total's fees by month
 * @param byBank by the bank's code; empty if not asked for, like the following
 * @param cells by everything asked for together
 * @param unplaced duties of which the map does not say to which province they belong; in no total
 */
public record DutyReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    LocalDate from,
    UnitLevel level,
    List<Dimension> by,
    Duties total,
    List<FeeOfMonth> months,
    List<DutiesOfUnit> rows,
    List<DutiesToBank> byBank,
    List<DutiesInProgramme> byProgramme,
    List<DutyCell> cells,
    Duties unplaced) {

  /** Checks of the use of loans, and fees. */
  public record Duties(Checks checks, Fees fees) {}

  /**
   * Checks, counted at the end of {@code asOf}: late before + due − done in time − done late −
   * lapsed + moved = late.
   *
   * @param lateBefore that were late before the period
   * @param due whose last day is within the period
   * @param doneInTime of these, done by their last day
   * @param doneLate within the period, whenever they were due
   * @param lapsed that were late when nothing was owed any more
   * @param moved with loans that came from elsewhere, less those that went
   * @param late that are not done though their last day has come
   * @param lateTo30 of these, for up to 30 days
   * @param lateTo90 for more than 30 and up to 90 days
   * @param lateLonger for more than 90 days
   * @param loansLate loans with a late check
   */
  public record Checks(
      long lateBefore,
      long due,
      long doneInTime,
      long doneLate,
      long lapsed,
      long moved,
      long late,
      long lateTo30,
      long lateTo90,
      long lateLonger,
      long loansLate) {}

  /**
   * Fees, in đồng.
   *
   * @param interestCollected within the period
   * @param expected of it, by the terms of the day on which it was collected
   * @param received for months of the period, up to {@code asOf}
   * @param difference received − expected
   */
  public record Fees(long interestCollected, long expected, long received, long difference) {}

  /** Fees of a month, in đồng. */
  public record FeeOfMonth(YearMonth month, @JsonUnwrapped Fees fees) {}

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DutiesOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped Duties duties) {}

  /** Duties to one bank. */
  public record DutiesToBank(Labelled bank, @JsonUnwrapped Duties duties) {}

  /**
   * Duties in one programme.
   *
   * @param programme null for fees that were paid for all programmes in one sum
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DutiesInProgramme(@Nullable Labelled programme, @JsonUnwrapped Duties duties) {}

  /** Duties by several dimensions together; those that were not asked for are null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DutyCell(
      @Nullable Labelled bank,
      @Nullable Labelled programme,
      @Nullable Unit unit,
      @JsonUnwrapped Duties duties) {}
}
