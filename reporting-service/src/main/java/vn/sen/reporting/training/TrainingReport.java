package vn.sen.reporting.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.reporting.reading.Labelled;
import vn.sen.reporting.reading.Unit;

/**
 * Classes of a unit and of the units below it, and the people of these units who took part
 * wherever.
 *
 * @param unit whose report it is
 * @param by what the total is divided by
 * @param total everything that certainly belongs to the unit
 * @param rows one for each unit of the level, by code; then, if any figure is left, the remainder
 * @param byTheme by the theme's code; empty if not asked for, like the following
 * @param byCategory in the order of the categories; what is about classes as a whole last
 * @param cells by everything asked for together
 * @param unplaced what the map places in no province; in no total
 */
public record TrainingReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    LocalDate from,
    UnitLevel level,
    List<Dimension> by,
    Training total,
    List<TrainingOfUnit> rows,
    List<TrainingOnTheme> byTheme,
    List<TrainingInCourse> byCourse,
    List<TrainingInProgramme> byProgramme,
    List<TrainingOfCategory> byCategory,
    List<TrainingCell> cells,
    Training unplaced) {

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TrainingOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped Training training) {}

  /** The classes on one theme. */
  public record TrainingOnTheme(Labelled theme, @JsonUnwrapped Training training) {}

  /** The classes of one course. */
  public record TrainingInCourse(Labelled course, @JsonUnwrapped Training training) {}

  /**
   * The classes of one programme.
   *
   * @param programme its code; null for classes outside any
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TrainingInProgramme(@Nullable String programme, @JsonUnwrapped Training training) {}

  /**
   * The participants of one category.
   *
   * @param category null for what is about classes as a whole
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TrainingOfCategory(
      @Nullable ParticipantCategory category, @JsonUnwrapped Training training) {}

  /** Several dimensions together; those that were not asked for are null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TrainingCell(
      @Nullable Labelled theme,
      @Nullable Labelled course,
      @Nullable String programme,
      @Nullable ParticipantCategory category,
      @Nullable Unit unit,
      @JsonUnwrapped Training training) {}
}
