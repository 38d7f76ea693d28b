package vn.sen.reporting.change;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.ViewReader;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.change.Changes.Entry;
import vn.sen.reporting.change.MapSteps.Maps;
import vn.sen.reporting.change.MapSteps.Step;

/**
 * What the map alone changed: of what was known then, one map after the other. The sums are made of
 * all events; those that there is no time to look at one by one are not listed, and counted.
 */
final class MapMoves<K, F extends ViewReader<K>, R> {

  /** So many maps are drawn one by one. */
  private static final int MOST = 200;

  private final Totals<K, F, R> totals;
  private final R then;
  private final Maps maps;
  private final Sums sums;
  private final List<Entry> entries;
  private final long deadline;
  private int unlisted;

  /**
   * @param then what was known then
   * @param sums are added to
   * @param entries are added to
   */
  MapMoves(
      Totals<K, F, R> totals,
      R then,
      Maps maps,
      Duration patience,
      Sums sums,
      List<Entry> entries) {
    this.totals = totals;
    this.then = then;
    this.maps = maps;
    this.sums = sums;
    this.entries = entries;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /**
   * Adds what was moved.
   *
   * @return how many events are in the sums alone
   */
  int add() {
    if (maps.isOne()) {
      return 0;
    }
    var before = totals.of(then, maps.then());
    drawn(before);
    boolean ofWomen = totals.counting().ofWomen();
    var drawn = totals.under(then, ofWomen ? maps.reached() : maps.now());
    sums.add(Cause.MAP, totals.moved(before, drawn));
    if (ofWomen) {
      stated();
      sums.add(Cause.WOMEN_STATED, totals.moved(drawn, totals.under(then, maps.now())));
    }
    return unlisted;
  }

  private void drawn(Map<String, Long> before) {
    var last = before;
    int listed = 0;
    for (var step : maps.drawn()) {
      maps.take(step);
      if (step.draws()) {
        if (listed++ < MOST && isTime()) {
          last = list(step, Cause.MAP, last, totals.under(then, maps.reached()));
        } else {
          unlisted++;
        }
      }
    }
  }

  /** Numbers that are stated move none of the figures that are counted. */
  private void stated() {
    var last = ofTheMapAlone(maps.reached());
    for (var step : maps.stated()) {
      maps.take(step);
      if (isTime()) {
        last = list(step, Cause.WOMEN_STATED, last, ofTheMapAlone(maps.reached()));
      } else {
        unlisted++;
      }
    }
  }

  private Map<String, Long> ofTheMapAlone(OrgMap map) {
    return totals.over(totals.counting().figures().get(), map);
  }

  private Map<String, Long> list(
      Step step, Cause cause, Map<String, Long> last, Map<String, Long> next) {
    var event =
        ChangedEvent.of(
            MembershipEvents.CATALOG,
            step.event(),
            step.meta(),
            cause,
            totals.moved(last, next),
            Map.of());
    entries.add(new Entry(event.place(), () -> event));
    return next;
  }

  private boolean isTime() {
    return System.nanoTime() - deadline < 0;
  }
}
