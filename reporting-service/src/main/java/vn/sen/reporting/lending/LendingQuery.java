package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.GroupRank;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Dated;

/**
 * What a report is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the business date whose balances are told
 * @param hierarchy the day whose map sums the loans
 * @param level of the rows; null for the next one below the unit
 * @param from the first day of the movement
 * @param by what the total is divided by, each for itself and all together
 */
public record LendingQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    LocalDate from,
    Selection selection,
    Set<Dimension> by)
    implements Dated {

  public LendingQuery {
    by = Collections.unmodifiableSet(new TreeSet<>(by)); // each instance prints it alike
  }

  /** The same with rows of a level, divided otherwise. */
  LendingQuery at(UnitLevel rows, Set<Dimension> divided) {
    return new LendingQuery(unit, asOf, hierarchy, rows, from, selection, divided);
  }

  /**
   * Which loans are meant; null for all.
   *
   * @param bank code or id
   * @param programme code or id
   * @param groupRank of the loan's group on {@code asOf}
   * @param trait of the locality on {@code hierarchy}
   */
  public record Selection(
      @Nullable String bank,
      @Nullable String programme,
      @Nullable GroupRank groupRank,
      @Nullable UnitTrait trait) {

    public static final Selection ALL = new Selection(null, null, null);

    /** In localities of every kind. */
    public Selection(
        @Nullable String bank, @Nullable String programme, @Nullable GroupRank groupRank) {
      this(bank, programme, groupRank, null);
    }
  }
}
