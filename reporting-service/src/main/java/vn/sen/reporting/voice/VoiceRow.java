package vn.sen.reporting.voice;

import java.time.LocalDate;
import vn.sen.events.membership.VoiceKind;
import vn.sen.events.membership.VoiceMeasure;
import vn.sen.events.membership.VoicePlace;
import vn.sen.reporting.reading.RowParts;

/**
 * What the view of the voices counts by: a step of one of their measures.
 *
 * @param date the business date from which it holds; that voices will be overdue is told ahead
 * @param known the day on which the broker took the event in the province's time zone
 */
public record VoiceRow(VoicePlace place, VoiceMeasure measure, LocalDate date, LocalDate known) {

  /** The row as text, for ever the same; the subject stands last, because it may hold anything. */
  String text() {
    return RowParts.join(
        place.unitId(), place.ownerId(), place.kind(), measure, date, known, place.subject());
  }

  /**
   * The row behind {@link #text()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static VoiceRow parse(String text) {
    var in = new RowParts(text);
    var unit = in.id();
    var owner = in.id();
    var kind = in.value(VoiceKind.class);
    var measure = in.value(VoiceMeasure.class);
    var date = in.date();
    var known = in.date();
    return new VoiceRow(new VoicePlace(unit, owner, kind, in.rest()), measure, date, known);
  }
}
