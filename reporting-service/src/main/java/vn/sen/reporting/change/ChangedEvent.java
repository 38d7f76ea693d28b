package vn.sen.reporting.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * An event that moved figures, by its ids alone.
 *
 * @param id of the event
 * @param type its wire name
 * @param aggregate whose event it is
 * @param sequence the aggregate's version after it
 * @param effectiveDate the business date
 * @param recordedAt when the broker took it
 * @param deltas what it added to figures, by their names; what it did not move is absent
 */
public record ChangedEvent(
    String id,
    String type,
    UUID aggregate,
    long sequence,
    LocalDate effectiveDate,
    Instant recordedAt,
    Cause cause,
    Map<String, Long> deltas) {

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

  /** Its place in the list. */
  public Place place() {
    return new Place(recordedAt, aggregate, sequence);
  }
}
