package vn.sen.reporting.voice;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;

/**
 * What the view of the voices counts by: a step of one of their measures.
 *
 * @param date the business date from which it holds; that voices will be overdue is told ahead
 * @param known the day on which the broker took the event in the province's time zone
 */
public record VoiceRow(VoicePlace place, VoiceMeasure measure, LocalDate date, LocalDate known) {

  /** The row as text, for ever the same; the subject stands last, because it may hold anything. */
  String text() {
    return String.join(
        "|",
        place.unitId().toString(),
        place.ownerId().toString(),
        place.kind().name(),
        measure.name(),
        date.toString(),
        known.toString(),
        place.subject());
  }

  /**
   * The row behind {@link #text()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static VoiceRow parse(String text) {
    var parts = text.split("\\|", 7);
    if (parts.length != 7) {
      throw new IllegalArgumentException("Not a row of the view of voices: " + text);
    }
    return new VoiceRow(
        new VoicePlace(
            UUID.fromString(parts[0]),
            UUID.fromString(parts[1]),
            VoiceKind.valueOf(parts[2]),
            parts[6]),
        VoiceMeasure.valueOf(parts[3]),
        LocalDate.parse(parts[4]),
        LocalDate.parse(parts[5]));
  }
}
