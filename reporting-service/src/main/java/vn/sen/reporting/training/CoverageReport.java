package vn.sen.reporting.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * Who is in post in a unit and in the units below it, and trained.
 *
 * @param unit whose report it is
 * @param competency what was asked for, or null
 * @param theme what was asked for, or null
 * @param total everything that certainly belongs to the unit
 * @param rows one for each unit of the level, by code; then, if any figure is left, the remainder
 * @param byTitle by title and by the level of the units at which it is held
 * @param byPostLevel by the level of the units at which titles are held
 * @param offMap posts of the date at units that the hierarchy's map does not have: they do not
 *     follow a redrawing and are in no total
 * @param unplaced posts of which the map does not say to which province they belong; in no total
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CoverageReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    UnitLevel level,
    @Nullable String competency,
    @Nullable Labelled theme,
    Coverage total,
    List<CoverageOfUnit> rows,
    List<CoverageOfTitle> byTitle,
    List<CoverageAtLevel> byPostLevel,
    PostsElsewhere offMap,
    PostsElsewhere unplaced) {

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CoverageOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped Coverage coverage) {}

  /** Who holds one title at the units of one level. */
  public record CoverageOfTitle(
      Labelled title, UnitLevel postLevel, @JsonUnwrapped Coverage coverage) {}

  /** Who holds any title at the units of one level. */
  public record CoverageAtLevel(UnitLevel postLevel, @JsonUnwrapped Coverage coverage) {}

  /** Posts outside the figures, and the people who hold them. */
  public record PostsElsewhere(long people, long posts) {}
}
