package vn.sen.reporting.audit;

import java.time.Instant;
import java.util.Comparator;

/** Where an entry stands in the trail: by time, then by the event's id. */
public record Place(Instant at, String id) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::at).thenComparing(Place::id);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
