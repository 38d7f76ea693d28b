package vn.sen.reporting.communitygroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.reading.Unit;

/**
 * The community groups of a unit and of the units below it.
 *
 * @param unit whose report it is
 * @param by what the total is divided by
 * @param total everything that certainly belongs to the unit
 * @param rows one for each unit of the level, by code; then, if any figure is left, the remainder
 * @param byType by the type's code; empty if not asked for, like the following
 * @param byProgramme by the programme's code; groups of none last
 * @param cells by everything asked for together
 * @param unplaced groups of which the map does not say to which province they belong; in no total
 */
public record CommunityGroupReport(
    Unit unit,
    LocalDate asOf,
    LocalDate hierarchy,
    LocalDate from,
    UnitLevel level,
    List<Dimension> by,
    GroupCounts total,
    List<GroupsOfUnit> rows,
    List<GroupsOfType> byType,
    List<GroupsOfProgramme> byProgramme,
    List<GroupCell> cells,
    long unplaced) {

  /**
   * A type of groups.
   *
   * @param name borne on the date of the figures; null while only its groups are known
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GroupType(String code, @Nullable String name) {}

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GroupsOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped GroupCounts counts) {}

  /** Groups of one type. */
  public record GroupsOfType(GroupType type, @JsonUnwrapped GroupCounts counts) {}

  /**
   * Groups of one programme.
   *
   * @param programme its code; null for groups of none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GroupsOfProgramme(@Nullable String programme, @JsonUnwrapped GroupCounts counts) {}

  /**
   * Groups by several dimensions together; those that were not asked for are null.
   *
   * @param programme also null for groups of none
   * @param unit also null for the remainder
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record GroupCell(
      @Nullable GroupType type,
      @Nullable String programme,
      @Nullable Unit unit,
      @JsonUnwrapped GroupCounts counts) {}
}
