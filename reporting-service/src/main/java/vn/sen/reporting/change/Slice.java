package vn.sen.reporting.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.sen.chassis.view.LogReplay.Witness;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.DomainEvent;
import vn.sen.reporting.change.ChangedEvent.Place;
import vn.sen.reporting.change.Changes.Entry;
import vn.sen.reporting.change.Counting.Spot;
import vn.sen.reporting.change.Difference.Figure;
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

  /** So long maps are drawn one by one; what those after them change is told in the sums alone. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Counting<K, F, R> counting;
  private final ChangeQuery query;
  private final Totals<K, F, R> totals;
  private final R then;
  private final R now;
  private final Maps maps;
  private final Duration patience;
  private final UUID unit;
  private final Territory territory;
  private final Map<String, Long> nothing;
  private final Turnovers<K> turnovers;
  private final Map<Cause, F> byCause = new EnumMap<>(Cause.class);
  private final PriorityQueue<Candidate> candidates =
      new PriorityQueue<>(Comparator.comparing(Candidate::place).reversed());
  private boolean allListed = true;

  /**
   * An event that may be listed.
   *
   * @param once the things that figures gained or lost and that it is about
   */
  private record Candidate(DomainEvent event, RecordMeta meta, Map<String, List<UUID>> once) {
    Place place() {
      return ChangedEvent.place(meta);
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
    this.totals = new Totals<>(counting, query);
    this.then = counting.under().apply(then, maps.then());
    this.now = counting.under().apply(now, maps.now());
    this.maps = maps;
    this.patience = patience;
    this.territory = new Territory(maps.now(), query.hierarchy());
    this.unit = UnitChoice.unit(query.unit(), territory).id();
    this.nothing = totals.over(counting.figures().get(), maps.now());
    this.turnovers =
        new Turnovers<>(
            totals.knows(maps.then()) ? counting.once().apply(this.then, query) : Map.of(),
            counting.once().apply(this.now, query));
  }

  @Override
  public void counted(DomainEvent event, RecordMeta meta, boolean since) {
    if (!since) {
      return;
    }
    var state =
        byCause.computeIfAbsent(Cause.of(event, query.knownAt()), _ -> counting.figures().get());
    var touching = new boolean[1];
    var once = new TreeMap<String, Set<UUID>>();
    counting
        .view()
        .fold(
            event,
            meta,
            (row, delta) -> {
              state.add(row, delta);
              var spot = counting.spot().apply(row);
              boolean here = spot != null && mayMove(spot);
              touching[0] |= here;
              if (here || spot == null) {
                turnovers.about(row, once);
              }
            });
    if (touching[0] || !once.isEmpty()) {
      var about = new TreeMap<String, List<UUID>>();
      once.forEach((figure, ids) -> about.put(figure, List.copyOf(ids)));
      list(new Candidate(event, meta, about));
    }
  }

  private boolean mayMove(Spot spot) {
    return !spot.date().isAfter(query.asOf()) && territory.place(spot.leaf()).isWithin(unit);
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
    var before = totals.of(then, maps.then());
    var after = totals.of(now, maps.now());
    var entries = new ArrayList<Entry>();
    var sums = new Sums();
    int inSumsAlone = new MapMoves<>(totals, then, maps, patience, sums, entries).add();
    byCause.forEach(
        (cause, state) -> sums.add(cause, totals.moved(nothing, totals.over(state, maps.now()))));
    candidates.forEach(c -> entries.add(new Entry(c.place(), () -> changed(c))));
    entries.sort(Comparator.comparing(Entry::place));
    var found =
        new Difference(
            Unit.of(UnitChoice.unit(query.unit(), territory), query.hierarchy()),
            figures(before, after),
            sums.list(),
            turnovers.list(),
            allListed && inSumsAlone == 0,
            inSumsAlone);
    return new Changes(found, entries);
  }

  private ChangedEvent changed(Candidate candidate) {
    var state = counting.figures().get();
    counting.view().fold(candidate.event(), candidate.meta(), state);
    return ChangedEvent.of(
        counting.view().catalog(),
        candidate.event(),
        candidate.meta(),
        Cause.of(candidate.event(), query.knownAt()),
        totals.moved(nothing, totals.over(state, maps.now())),
        candidate.once());
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
}
