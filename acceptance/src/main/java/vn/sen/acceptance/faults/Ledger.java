package vn.sen.acceptance.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What was acknowledged, and what answers there were that no client should get. */
final class Ledger {

  private static final int TOO_MANY = 100;

  private final Map<UUID, Person> people = new ConcurrentHashMap<>();
  private final Map<UUID, Long> units = new ConcurrentHashMap<>();
  private final List<String> surprises = new CopyOnWriteArrayList<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();

  /** A command to a member was acknowledged. */
  void acknowledged(Person after) {
    people.put(after.id(), after);
    acknowledged.incrementAndGet();
  }

  /** A unit was founded. */
  void founded(UUID unit, long version) {
    units.put(unit, version);
  }

  /** No answer came, and the command is sent again. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  /**
   * The answer was not what was asked for. Only 503 with Retry-After is an honest "later".
   *
   * @throws IllegalStateException if there were so many others that waiting makes no sense
   */
  void refused(String what, Http.Reply reply) {
    if (reply.status() == 503 && reply.headers().containsKey("Retry-After")) {
      unavailable.incrementAndGet();
    } else {
      surprise("%s answered %d %s".formatted(what, reply.status(), reply.body()));
    }
  }

  /** Something that no client should see. */
  void surprise(String what) {
    surprises.add(what);
    if (surprises.size() >= TOO_MANY) {
      throw new IllegalStateException("Too many wrong answers: " + surprises);
    }
  }

  Collection<Person> people() {
    return people.values();
  }

  /** The acknowledged version of each unit. */
  Map<UUID, Long> units() {
    return Map.copyOf(units);
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
