package vn.sen.reporting.training;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Dated;

/**
 * What a report of classes is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the last day of the period
 * @param hierarchy the day whose map sums the figures
 * @param level of the rows; null for the next one below the unit
 * @param from the first day of the period
 * @param by what the total is divided by, each for itself and all together
 */
public record TrainingQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    LocalDate from,
    Selection selection,
    Set<Dimension> by)
    implements Dated {

  public TrainingQuery {
    by = Collections.unmodifiableSet(new TreeSet<>(by)); // each instance prints it alike
  }

  /** The same with rows of a level, divided otherwise. */
  TrainingQuery at(UnitLevel rows, Set<Dimension> divided) {
    return new TrainingQuery(unit, asOf, hierarchy, rows, from, selection, divided);
  }

  /**
   * Which classes are meant; null for all.
   *
   * @param theme code or id
   * @param course code or id
   * @param programme code
   * @param trait of the locality on {@code hierarchy}
   */
  public record Selection(
      @Nullable String theme,
      @Nullable String course,
      @Nullable String programme,
      @Nullable UnitTrait trait) {

    public static final Selection ALL = new Selection(null, null, null);

    /** In localities of every kind. */
    public Selection(@Nullable String theme, @Nullable String course, @Nullable String programme) {
      this(theme, course, programme, null);
    }
  }
}
