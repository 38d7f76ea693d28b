package vn.sen.chassis.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events of one partition that wait for their predecessors. What is released stays in the store
 * until the offsets are committed: a replay from the old offset must find it again.
 */
final class Parking {

  private final Map<UUID, NavigableMap<Long, ParkedEvent>> waiting = new HashMap<>();
  private final List<ParkedEvent> added = new ArrayList<>();
  private final List<ParkedEvent> released = new ArrayList<>();
  private int size;

  /** Takes an event from the store. */
  void load(ParkedEvent event) {
    insert(event);
  }

  /** Parks an event, unless the same one waits already. */
  void park(ParkedEvent event) {
    if (insert(event)) {
      added.add(event);
    }
  }

  private boolean insert(ParkedEvent event) {
    var inserted =
        waiting
                .computeIfAbsent(event.aggregate(), _ -> new TreeMap<>())
                .putIfAbsent(event.sequence(), event)
            == null;
    size += inserted ? 1 : 0;
    return inserted;
  }

  /** Releases the event with exactly this sequence; null if it does not wait here. */
  @Nullable ParkedEvent release(UUID aggregate, long sequence) {
    var events = waiting.get(aggregate);
    if (events == null) {
      return null;
    }
    var event = events.remove(sequence);
    if (events.isEmpty()) {
      waiting.remove(aggregate);
    }
    if (event != null) {
      size--;
      released.add(event);
    }
    return event;
  }

  /** Takes out what has been counted before: a crash came between the offsets and the removal. */
  void dropCounted(Sequences sequences) {
    for (var events : List.copyOf(waiting.values())) {
      for (var event : List.copyOf(events.values())) {
        if (event.sequence() <= sequences.get(event.aggregate())) {
          release(event.aggregate(), event.sequence());
        }
      }
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** Aggregates that wait for an event. */
  Collection<UUID> aggregates() {
    return List.copyOf(waiting.keySet());
  }

  /** Parked since the last checkpoint. */
  List<ParkedEvent> added() {
    return added;
  }

  /** Released since the last checkpoint. */
  List<ParkedEvent> released() {
    return released;
  }

  void addedWritten() {
    added.clear();
  }

  void releasedRemoved() {
    released.clear();
  }
}
