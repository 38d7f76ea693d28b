package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.DomainEvent;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.RedrawingEvent;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.RedrawingProposed;
import vn.sen.events.membership.RedrawingEvent.RedrawingRejected;

/**
 * Collects what events say about org units. Each event counts once and in the order of its
 * aggregate's versions: a duplicate changes nothing, an event before its predecessor waits for it.
 * The order of events of different aggregates does not matter. Thread-safe.
 */
public final class OrgFacts {

  private static final class Aggregate {
    private long last;
    private final TreeMap<Long, DomainEvent> waiting = new TreeMap<>();
  }

  private final Map<UUID, Aggregate> aggregates = new HashMap<>();
  private final Map<UUID, UnitFacts> units = new HashMap<>();
  private final Map<UUID, MapRedrawn> redrawings = new HashMap<>();
  private long applied;
  private long fingerprint;
  private @Nullable OrgMap map;

  /**
   * Takes note of an event; one that does not change the map, such as a proposal, only advances its
   * aggregate.
   *
   * @param subject the aggregate
   * @param sequence the aggregate's version after the event
   * @return whether anything new was learnt; false for a duplicate and for an event that waits
   */
  public synchronized boolean apply(UUID subject, long sequence, DomainEvent event) {
    var aggregate = aggregates.computeIfAbsent(subject, _ -> new Aggregate());
    if (sequence <= aggregate.last) {
      return false;
    }
    aggregate.waiting.put(sequence, event);
    boolean learnt = false;
    for (var next = aggregate.waiting.remove(aggregate.last + 1);
        next != null;
        next = aggregate.waiting.remove(aggregate.last + 1)) {
      aggregate.last++;
      learn(subject, aggregate.last, next);
      learnt = true;
    }
    return learnt;
  }

  /** The last version of the aggregate that has counted, 0 if none. */
  public synchronized long seen(UUID subject) {
    var aggregate = aggregates.get(subject);
    return aggregate == null ? 0 : aggregate.last;
  }

  /** How many events wait for a predecessor. */
  public synchronized int waiting() {
    return aggregates.values().stream().mapToInt(a -> a.waiting.size()).sum();
  }

  /** What is known now; the same snapshot until something new is learnt. */
  public synchronized OrgMap map() {
    if (map == null) {
      map = build();
    }
    return map;
  }

  private void learn(UUID subject, long sequence, DomainEvent event) {
    boolean changed =
        switch (event) {
          case OrgUnitEvent unitEvent -> unit(subject).learn(subject, unitEvent);
          case RedrawingEvent redrawing -> learn(subject, redrawing);
          default -> false;
        };
    if (changed) {
      applied++;
      fingerprint +=
          mixed(
              subject.getMostSignificantBits()
                  ^ mixed(subject.getLeastSignificantBits() + sequence));
      map = null;
    }
  }

  private boolean learn(UUID subject, RedrawingEvent event) {
    return switch (event) {
      case RedrawingProposed _, RedrawingRejected _ -> false;
      case MapRedrawn redrawn -> {
        redrawings.put(subject, redrawn);
        redrawn.created().forEach(c -> unit(c.id()).createdBy(redrawn.effectiveOn(), c));
        redrawn.closed().forEach(c -> unit(c).closeOn(redrawn.effectiveOn()));
        redrawn.successions().forEach(s -> unit(s.from()).closeOn(redrawn.effectiveOn()));
        yield true;
      }
    };
  }

  private UnitFacts unit(UUID id) {
    return units.computeIfAbsent(id, _ -> new UnitFacts());
  }

  private OrgMap build() {
    var known = new HashMap<UUID, OrgUnit>();
    var assigned = new HashMap<UUID, Collection<UUID>>();
    var stated = new HashMap<UUID, WomenCounts.StatedCounts>();
    units.forEach(
        (id, facts) -> {
          facts.unit(id).ifPresent(unit -> known.put(id, unit));
          if (!facts.assignments().isEmpty()) {
            assigned.put(id, facts.assignments());
          }
          facts.stated().ifPresent(counts -> stated.put(id, counts));
        });
    return new OrgMap(
        applied + "-" + Long.toHexString(fingerprint),
        known,
        new Lineage(redrawings, assigned),
        stated);
  }

  /**
   * Spreads bits, so that a plain sum over facts, which is the same in any order, tells sets of
   * facts apart.
   */
  private static long mixed(long bits) {
    long h = bits * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }

  /** The earlier of two days, where null means never. */
  static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
