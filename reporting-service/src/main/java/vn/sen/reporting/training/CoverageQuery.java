package vn.sen.reporting.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.reading.Dated;

/**
 * What a report of coverage is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param asOf the business date on which people are in post and trained
 * @param hierarchy the day whose map sums the posts
 * @param level of the rows; null for the next one below the unit
 * @param title code or id; null for all titles
 * @param postLevel of the units at which the posts are; null for all levels
 * @param competency the code of what they are to be competent in, or null
 * @param theme code or id of the theme they are to be trained on, or null
 * @param trait of the locality on {@code hierarchy}, or null
 */
public record CoverageQuery(
    String unit,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    @Nullable String title,
    @Nullable UnitLevel postLevel,
    @Nullable String competency,
    @Nullable String theme,
    @Nullable UnitTrait trait)
    implements Dated {

  /** The same with rows of a level. */
  CoverageQuery at(UnitLevel rows) {
    return new CoverageQuery(
        unit, asOf, hierarchy, rows, title, postLevel, competency, theme, trait);
  }

  /** In localities of every kind. */
  public CoverageQuery(
      String unit,
      LocalDate asOf,
      LocalDate hierarchy,
      @Nullable UnitLevel level,
      @Nullable String title,
      @Nullable UnitLevel postLevel,
      @Nullable String competency,
      @Nullable String theme) {
    this(unit, asOf, hierarchy, level, title, postLevel, competency, theme, null);
  }
}
