package vn.sen.reporting.activity;

import java.time.LocalDate;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.ActivityMeasure;
import vn.sen.events.training.ActivityPlace;
import vn.sen.events.training.ParticipantCategory;
import vn.sen.events.training.ParticipantTrait;
import vn.sen.reporting.reading.RowParts;

/**
 * What the view of the activities counts by: a step of one of their measures.
 *
 * @param date the business date on which it counts
 * @param known the day on which the broker took the event in the province's time zone
 */
public record ActivityRow(
    ActivityPlace place, ActivityMeasure measure, LocalDate date, LocalDate known) {

  /** The row as text, for ever the same. */
  String text() {
    return RowParts.join(
        place.kind(),
        place.unitId(),
        place.via(),
        place.targetUnitId(),
        place.targetVia(),
        place.programme(),
        place.themeId(),
        place.personId(),
        place.category(),
        place.trait(),
        measure,
        date,
        known);
  }

  /**
   * The row behind {@link #text()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ActivityRow parse(String text) {
    var in = new RowParts(text);
    var place =
        new ActivityPlace(
            in.value(ActivityKind.class),
            in.id(),
            in.ids(),
            in.idOrNull(),
            in.ids(),
            in.textOrNull(),
            in.idOrNull(),
            in.idOrNull(),
            in.valueOrNull(ParticipantCategory.class),
            in.valueOrNull(ParticipantTrait.class));
    return new ActivityRow(place, in.value(ActivityMeasure.class), in.date(), in.date());
  }
}
