package vn.sen.reporting.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.LogReplay.Witness;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventCatalog;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.change.ChangedEvent.Place;
import vn.sen.reporting.change.Changes.Entry;
import vn.sen.reporting.change.Difference.Figure;
import vn.sen.reporting.change.Difference.SumOfCause;
import vn.sen.reporting.change.Difference.Turnover;
import vn.sen.reporting.change.MapSteps.Maps;
import vn.sen.reporting.reading.Territory;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitChoice;

/**
 * Collects what was counted between two moments. What was known then is summed by the map of then
 * and, event by event, by the maps that followed; what was counted since is summed by the map of
 * now. Together that is the difference.
 */
final class Slice<K, F extends ViewReader<K>, R> implements Witness {

  /** So many events are listed; the sums are made of all. */
  static final int LISTED = 10_000;

  /** So many things are named of those that a figure gained or lost. */
  private static final int NAMED = 200;

  /** So long maps are drawn one by one; what those after them change is told in one sum. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Counting<K, F, R> counting;
  private final ChangeQuery query;
  private final R then;
  private final R now;
  private final Maps maps;
  private final Duration patience;
  private final UUID unit;
  private final Territory territory;
  private final Map<String, Long> nothing;
  private final Map<Cause, F> byCause = new EnumMap<>(Cause.class);
  private final PriorityQueue<Candidate> candidates =
      new PriorityQueue<>(Comparator.comparing(Candidate::place).reversed());
  private boolean allListed = true;

  private record Candidate(DomainEvent event, RecordMeta meta) {
    Place place() {
      return Slice.place(meta);
    }
  }

  /**
   * @param query names the unit by its id
   * @throws vn.sen.chassis.domain.RuleViolation if the unit is not on the later map
   */
  Slice(Counting<K, F, R> counting, ChangeQuery query, R then, R now, Maps maps) {
    this(counting, query, then, now, maps, PATIENCE);
  }

  Slice(
      Counting<K, F, R> counting, ChangeQuery query, R then, R now, Maps maps, Duration patience) {
    this.counting = counting;
    this.query = query;
    this.then = counting.under().apply(then, maps.then());
    this.now = counting.under().apply(now, maps.now());
    this.maps = maps;
    this.patience = patience;
    this.territory = new Territory(maps.now(), query.hierarchy());
    this.unit = UnitChoice.unit(query.unit(), territory).id();
    this.nothing = total(counting.over(counting.figures().get(), maps.now()), maps.now());
  }

  static Place place(RecordMeta meta) {
    return new Place(Instant.ofEpochMilli(meta.appendedAt()), meta.aggregate(), meta.sequence());
  }

  @Override
  public void counted(DomainEvent event, RecordMeta meta, boolean since) {
    if (!since) {
      return;
    }
    var state =
        byCause.computeIfAbsent(Cause.of(event, query.knownAt()), _ -> counting.figures().get());
    var touching = new boolean[1];
    counting
        .view()
        .fold(
            event,
            meta,
            (row, delta) -> {
              state.add(row, delta);
              touching[0] |= mayMove(row);
            });
    if (touching[0]) {
      list(new Candidate(event, meta));
    }
  }

  private boolean mayMove(K row) {
    var spot = counting.spot().apply(row);
    return spot != null
        && !spot.date().isAfter(query.asOf())
        && territory.place(spot.leaf()).isWithin(unit);
  }

  private void list(Candidate candidate) {
    candidates.add(candidate);
    if (candidates.size() > LISTED) {
      candidates.poll();
      allListed = false;
    }
  }

  /** What came of it; to be asked for once, when all was told. */
  Changes changes() {
    var before = total(then, maps.then());
    var after = total(now, maps.now());
    var entries = new ArrayList<Entry>();
    var sums = new EnumMap<Cause, Map<String, Long>>(Cause.class);
    mapMoved(before, sums, entries);
    byCause.forEach(
        (cause, state) ->
            add(sums, cause, moved(nothing, total(counting.over(state, maps.now()), maps.now()))));
    candidates.forEach(c -> entries.add(new Entry(c.place(), () -> changed(c))));
    entries.sort(Comparator.comparing(Entry::place));
    var found =
        new Difference(
            Unit.of(UnitChoice.unit(query.unit(), territory), query.hierarchy()),
            figures(before, after),
            sums.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> new SumOfCause(e.getKey(), e.getValue()))
                .toList(),
            turnovers(),
            allListed);
    return new Changes(found, entries);
  }

  /** What was known then, under one map after the other. */
  private void mapMoved(
      Map<String, Long> before, Map<Cause, Map<String, Long>> sums, List<Entry> entries) {
    var last = before;
    long begun = System.nanoTime();
    for (var step : maps.steps()) {
      if (System.nanoTime() - begun >= patience.toNanos()) {
        break;
      }
      var next = total(counting.under().apply(then, step.after()), step.after());
      var moved = moved(last, next);
      var cause = Cause.of(step.event(), query.knownAt());
      add(sums, cause, moved);
      var told = told(MembershipEvents.CATALOG, step.event(), step.meta(), cause, moved);
      entries.add(new Entry(told.place(), () -> told));
      last = next;
    }
    add(sums, Cause.MAP, moved(last, total(counting.under().apply(then, maps.now()), maps.now())));
  }

  private ChangedEvent changed(Candidate candidate) {
    var state = counting.figures().get();
    counting.view().fold(candidate.event(), candidate.meta(), state);
    return told(
        counting.view().catalog(),
        candidate.event(),
        candidate.meta(),
        Cause.of(candidate.event(), query.knownAt()),
        moved(nothing, total(counting.over(state, maps.now()), maps.now())));
  }

  private static ChangedEvent told(
      EventCatalog catalog,
      DomainEvent event,
      RecordMeta meta,
      Cause cause,
      Map<String, Long> moved) {
    return new ChangedEvent(
        EventRecord.idOf(meta.aggregate(), meta.sequence()),
        catalog.nameOf(event),
        meta.aggregate(),
        meta.sequence(),
        event.effectiveDate(),
        Instant.ofEpochMilli(meta.appendedAt()),
        cause,
        moved);
  }

  /** The report's own figures; a unit that the map does not know has none. */
  private Map<String, Long> total(R reading, OrgMap map) {
    boolean known =
        map.unit(UUID.fromString(query.unit()))
            .filter(u -> u.existsOn(query.hierarchy()))
            .isPresent();
    return known ? counting.total().apply(reading, query) : Map.of();
  }

  private Map<String, Long> moved(Map<String, Long> from, Map<String, Long> to) {
    var moved = new LinkedHashMap<String, Long>();
    for (var name : counting.addUp()) {
      long delta = to.getOrDefault(name, 0L) - from.getOrDefault(name, 0L);
      if (delta != 0) {
        moved.put(name, delta);
      }
    }
    return moved;
  }

  private static void add(
      Map<Cause, Map<String, Long>> sums, Cause cause, Map<String, Long> moved) {
    var sum = sums.computeIfAbsent(cause, _ -> new LinkedHashMap<>());
    moved.forEach((name, delta) -> sum.merge(name, delta, (a, b) -> a + b == 0 ? null : a + b));
  }

  private List<Figure> figures(Map<String, Long> before, Map<String, Long> after) {
    return after.entrySet().stream()
        .map(
            figure -> {
              var name = figure.getKey();
              long was = before.getOrDefault(name, 0L);
              long is = figure.getValue();
              return new Figure(name, was, is, is - was, counting.addUp().contains(name));
            })
        .toList();
  }

  private List<Turnover> turnovers() {
    boolean wasThere = !total(then, maps.then()).isEmpty();
    var before = wasThere ? counting.once().apply(then, query) : Map.<String, Set<UUID>>of();
    var found = new ArrayList<Turnover>();
    counting
        .once()
        .apply(now, query)
        .forEach(
            (figure, is) -> found.add(turnover(figure, before.getOrDefault(figure, Set.of()), is)));
    return found;
  }

  private static Turnover turnover(String figure, Set<UUID> was, Set<UUID> is) {
    var gained = new TreeSet<>(is);
    gained.removeAll(was);
    var lost = new TreeSet<>(was);
    lost.removeAll(is);
    return new Turnover(
        figure,
        gained.size(),
        lost.size(),
        gained.stream().limit(NAMED).toList(),
        lost.stream().limit(NAMED).toList());
  }
}
