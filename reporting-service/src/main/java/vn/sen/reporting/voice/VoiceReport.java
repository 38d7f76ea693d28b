package vn.sen.reporting.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.reading.Unit;

/**
 * The voices of a unit and of the units below it.
 *
 * @param unit whose report it is
 * @param side whether voices belong to the units where they were raised or to those that have to
 *     answer
 * @param by what the total is divided by
 * @param total everything that certainly belongs to the unit
 * @param rows one for each unit of the level, by code; then, if any figure is left, the remainder
 * @param byKind empty if not asked for, like the following
 * @param bySubject by the code of the subject area
 * @param byRaisedAt by the code of the very unit where they were raised
 * @param byOwner by the code of the very unit that has to answer; it may lie above the unit asked
 *     for
 * @param cells by everything asked for together
 * @param unplaced voices raised until the date of which the map does not say to which province they
 *     belong; in no total
 */
public record VoiceReport(
    Unit unit,
    Side side,
    LocalDate asOf,
    LocalDate hierarchy,
    LocalDate from,
    UnitLevel level,
    List<Dimension> by,
    VoiceCounts total,
    List<VoicesOfUnit> rows,
    List<VoicesOfKind> byKind,
    List<VoicesOfSubject> bySubject,
    List<VoicesAtUnit> byRaisedAt,
    List<VoicesAtUnit> byOwner,
    List<VoiceCell> cells,
    long unplaced) {

  /**
   * A row.
   *
   * @param unit null for the remainder
   * @param remainder whether these are the figures that the map leaves open or that belong to no
   *     unit of the level
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VoicesOfUnit(
      @Nullable Unit unit, boolean remainder, @JsonUnwrapped VoiceCounts counts) {}

  /** Voices of one kind. */
  public record VoicesOfKind(VoiceKind kind, @JsonUnwrapped VoiceCounts counts) {}

  /**
   * Voices of one subject area.
   *
   * @param subject its code
   */
  public record VoicesOfSubject(String subject, @JsonUnwrapped VoiceCounts counts) {}

  /**
   * Voices of one very unit, without those of the units below it.
   *
   * @param unit the lowest one that certainly stands for it on the map; null where none does
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VoicesAtUnit(@Nullable Unit unit, @JsonUnwrapped VoiceCounts counts) {}

  /** Voices by several dimensions together; those that were not asked for are null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VoiceCell(
      @Nullable VoiceKind kind,
      @Nullable String subject,
      @Nullable Unit raisedAt,
      @Nullable Unit owner,
      @JsonUnwrapped VoiceCounts counts) {}
}
