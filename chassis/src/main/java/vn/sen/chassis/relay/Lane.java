package vn.sen.chassis.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The unpublished events of one aggregate. At most one of them is in flight, so they reach the
 * broker in version order whatever the broker does with a send.
 */
final class Lane {

  private final Outbox outbox;
  private final UUID aggregate;
  private final Deque<PendingEvent> waiting = new ArrayDeque<>();
  private long highest;
  private int unpulled;
  private boolean inFlight;

  Lane(Outbox outbox, UUID aggregate) {
    this.outbox = outbox;
    this.aggregate = aggregate;
  }

  Outbox outbox() {
    return outbox;
  }

  UUID aggregate() {
    return aggregate;
  }

  int bucket() {
    return PendingEvent.bucketOf(aggregate);
  }

  /**
   * Takes over events, in version order; those seen before are left out.
   *
   * @return how many are new
   */
  synchronized int add(List<PendingEvent> events) {
    int before = waiting.size();
    for (var event : events) {
      if (event.record().sequence() > highest) {
        waiting.add(event);
        highest = event.record().sequence();
      }
    }
    return waiting.size() - before;
  }

  /**
   * The event to send now, which is then in flight; null if one is in flight already or none waits.
   */
  synchronized @Nullable PendingEvent next() {
    if (inFlight || waiting.isEmpty()) {
      return null;
    }
    inFlight = true;
    return waiting.peek();
  }

  /** The event in flight is on the broker. */
  synchronized void acknowledged() {
    waiting.remove();
    inFlight = false;
    unpulled++;
  }

  /** The event in flight did not get through and waits again. */
  synchronized void failed() {
    inFlight = false;
  }

  synchronized void pulled() {
    unpulled--;
  }

  synchronized boolean isWaiting() {
    return !inFlight && !waiting.isEmpty();
  }

  synchronized boolean isIdle() {
    return waiting.isEmpty() && unpulled == 0;
  }

  /**
   * Another relay has taken over: forget what waits, but not what is in flight.
   *
   * @return how many were forgotten
   */
  synchronized int abandon() {
    int kept = inFlight ? 1 : 0;
    int forgotten = waiting.size() - kept;
    while (waiting.size() > kept) {
      waiting.removeLast();
    }
    highest = kept == 0 ? 0 : waiting.getFirst().record().sequence();
    return forgotten;
  }

  /**
   * When the oldest waiting event was recorded, in milliseconds since the epoch, or Long.MAX_VALUE.
   */
  synchronized long oldest() {
    var head = waiting.peek();
    return head == null ? Long.MAX_VALUE : head.record().time().toEpochMilli();
  }
}
