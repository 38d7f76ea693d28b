package vn.sen.reporting.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.reporting.change.ChangedEvent.Place;

/** A difference and the events that make it. Immutable. */
public final class Changes {

  private final Difference difference;
  private final List<Entry> entries;

  /**
   * An event that may have moved figures.
   *
   * @param event told exactly only when it is listed
   */
  record Entry(Place place, Supplier<ChangedEvent> event) {}

  /**
   * @param entries in the order of their places
   */
  Changes(Difference difference, List<Entry> entries) {
    this.difference = difference;
    this.entries = List.copyOf(entries);
  }

  public Difference difference() {
    return difference;
  }

  /**
   * The events that moved figures, or are about what one of them gained or lost, by when they were
   * recorded.
   *
   * @param after where the page before ended, or null
   */
  public List<ChangedEvent> events(@Nullable Place after, int limit) {
    var found = new ArrayList<ChangedEvent>();
    for (var entry : entries) {
      if (found.size() == limit) {
        break;
      }
      if (after == null || entry.place().compareTo(after) > 0) {
        var event = entry.event().get();
        if (event.concerns()) {
          found.add(event);
        }
      }
    }
    return found;
  }
}
