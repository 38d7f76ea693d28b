package vn.sen.reporting.lending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * What is owed in a unit and in the units below it.
 *
 * @param unit whose report it is
 * @param by what the total is divided by
 * @param total everything that certainly belongs to the unit
 * @param rows one for each unit of the level, by code; then, if any figure is left, the remainder
 * @param byBank by the bank's code; empty if not asked for, like the following
 * @param byGroupRank best rank first; without a rank last
 * @param cells by everything asked for together
 * @param overlap households that borrow at several banks, by the set of these
 * @param unplaced loans of which the map does not say to which province they belong; in no total
 */
public record LendingReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    LocalDate from,
    UnitLevel level,
    List<Dimension> by,
    Debt total,
    List<DebtOfUnit> rows,
    List<DebtAtBank> byBank,
    List<DebtInProgramme> byProgramme,
    List<DebtOfRank> byGroupRank,
    List<DebtCell> cells,
    List<BankOverlap> overlap,
    UnplacedDebt unplaced) {

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DebtOfUnit(@Nullable Unit unit, boolean remainder, @JsonUnwrapped Debt debt) {}

  /** What is owed to one bank. */
  public record DebtAtBank(Labelled bank, @JsonUnwrapped Debt debt) {}

  /** What is owed in one programme. */
  public record DebtInProgramme(Labelled programme, @JsonUnwrapped Debt debt) {}

  /**
   * What is owed by the members of groups of one rank.
   *
   * @param groupRank null for groups without a rank and for loans outside any group
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DebtOfRank(@Nullable GroupRank groupRank, @JsonUnwrapped Debt debt) {}

  /** What is owed by several dimensions together; those that were not asked for are null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DebtCell(
      @Nullable Labelled bank,
      @Nullable Labelled programme,
      @Nullable GroupRank groupRank,
      @Nullable Unit unit,
      @JsonUnwrapped Debt debt) {}

  /**
   * Households that borrow at these banks and at no other.
   *
   * @param banks two or more, by code
   */
  public record BankOverlap(List<Labelled> banks, long households) {}

  /** Loans outside any certain province. */
  public record UnplacedDebt(long loans, long households, long outstanding) {}
}
