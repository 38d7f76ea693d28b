package vn.sen.reporting.voice;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.reading.Dated;

/**
 * What a report is asked for.
 *
 * @param unit the code that a unit bears on the hierarchy's date, or a unit's id
 * @param side which of a voice's units must belong to it, and to the rows
 * @param asOf the business date whose open voices are told, and the last day of the flows
 * @param hierarchy the day whose map sums the voices
 * @param level of the rows; null for the next one below the unit
 * @param from the first day of the flows
 * @param kind null for all
 * @param subject the code of a subject area; null for all
 * @param trait of the locality on {@code hierarchy}; null for all
 * @param by what the total is divided by, each for itself and all together
 */
public record VoiceQuery(
    String unit,
    Side side,
    LocalDate asOf,
    LocalDate hierarchy,
    @Nullable UnitLevel level,
    LocalDate from,
    @Nullable VoiceKind kind,
    @Nullable String subject,
    @Nullable UnitTrait trait,
    Set<Dimension> by)
    implements Dated {

  /** In localities of every kind. */
  public VoiceQuery(
      String unit,
      Side side,
      LocalDate asOf,
      LocalDate hierarchy,
      @Nullable UnitLevel level,
      LocalDate from,
      @Nullable VoiceKind kind,
      @Nullable String subject,
      Set<Dimension> by) {
    this(unit, side, asOf, hierarchy, level, from, kind, subject, null, by);
  }

  /** The same with rows of a level, divided otherwise. */
  VoiceQuery at(UnitLevel rows, Set<Dimension> divided) {
    return new VoiceQuery(unit, side, asOf, hierarchy, rows, from, kind, subject, trait, divided);
  }

  public VoiceQuery {
    by = Collections.unmodifiableSet(new TreeSet<>(by)); // each instance prints it alike
  }
}
