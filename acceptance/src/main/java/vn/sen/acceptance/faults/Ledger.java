package vn.sen.acceptance.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What was acknowledged, and what answers there were that no client should get. */
final class Ledger {

  private static final int MANY = 50;

  private final Map<UUID, Person> people = new ConcurrentHashMap<>();
  private final List<String> surprises = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();

  /** A command to a member was acknowledged. */
  void acknowledged(Person after) {
    people.put(after.id(), after);
    acknowledged.incrementAndGet();
  }

  /** No answer came, and the command is sent again. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  /** The answer was 503 with Retry-After. */
  void unavailable() {
    unavailable.incrementAndGet();
  }

  /** An answer that is neither what was asked for nor an honest "later". */
  void surprise(String what) {
    if (surprises.size() < MANY) {
      surprises.add(what);
    }
  }

  Collection<Person> people() {
    return people.values();
  }

  @Nullable Person person(UUID id) {
    return people.get(id);
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  int acknowledgedSoFar() {
    return acknowledged.get();
  }

  int unansweredSoFar() {
    return unanswered.get();
  }

  int unavailableSoFar() {
    return unavailable.get();
  }
}
