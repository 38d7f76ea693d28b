package vn.sen.reporting.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventRecord;

/**
 * An event that moved figures, or is about something that one of them gained or lost, by its ids
 * alone.
 *
 * @param id of the event
 * @param type its wire name
 * @param aggregate whose event it is
 * @param sequence the aggregate's version after it
 * @param effectiveDate the business date
 * @param recordedAt when the broker took it
 * @param deltas what it added to figures, by their names; what it did not move is absent
 * @param once of figures that count things once, by their names, the things gained or lost that it
 *     is about
 */
public record ChangedEvent(
    String id,
    String type,
    UUID aggregate,
    long sequence,
    LocalDate effectiveDate,
    Instant recordedAt,
    Cause cause,
    Map<String, Long> deltas,
    Map<String, List<UUID>> once) {

  static ChangedEvent of(
      EventCatalog catalog,
      DomainEvent event,
      RecordMeta meta,
      Cause cause,
      Map<String, Long> deltas,
      Map<String, List<UUID>> once) {
    return new ChangedEvent(
        EventRecord.idOf(meta.aggregate(), meta.sequence()),
        catalog.nameOf(event),
        meta.aggregate(),
        meta.sequence(),
        event.effectiveDate(),
        Instant.ofEpochMilli(meta.appendedAt()),
        cause,
        deltas,
        once);
  }

  /** Where an event stands in the list: by when it was recorded. */
  public record Place(Instant recordedAt, UUID aggregate, long sequence)
      implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::recordedAt)
            .thenComparing(Place::aggregate)
            .thenComparing(Place::sequence);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  static Place place(RecordMeta meta) {
    return new Place(Instant.ofEpochMilli(meta.appendedAt()), meta.aggregate(), meta.sequence());
  }

  /** Whether it says anything about the figures. */
  boolean concerns() {
    return !deltas.isEmpty() || !once.isEmpty();
  }

  /** Its place in the list. */
  public Place place() {
    return new Place(recordedAt, aggregate, sequence);
  }
}
