package vn.sen.reporting.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.view.ViewDefinition;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.reading.Leaf;

/**
 * How one report comes from events: what a change says is counted by the report's own view and
 * summed by the report itself, over the rows of single events.
 *
 * @param view makes rows of events
 * @param figures makes an empty state
 * @param reading the report over a state and a map
 * @param under the same report, summed by another map
 * @param position up to where the log is in it
 * @param of the report in the books
 * @param total its figures by name, in their order
 * @param addUp the names of the figures that are sums over rows; the others count things once
 * @param once of figures that count things once, by their names, the things themselves
 * @param spot where and from when a row counts; null for a row that moves no sum
 * @param ofWomen whether stated numbers of women are among its figures
 * @param <K> a row
 * @param <F> a state
 * @param <R> the report over one state
 */
record Counting<K, F extends ViewReader<K>, R>(
    ViewDefinition<K> view,
    Supplier<F> figures,
    BiFunction<F, OrgMap, R> reading,
    BiFunction<R, OrgMap, R> under,
    Function<R, ViewPosition> position,
    Function<Books, R> of,
    BiFunction<R, ChangeQuery, Map<String, Long>> total,
    List<String> addUp,
    BiFunction<R, ChangeQuery, Map<String, Once<K>>> once,
    Function<K, @Nullable Spot> spot,
    boolean ofWomen) {

  /** Where and from when a row counts. */
  record Spot(Leaf leaf, LocalDate date) {}

  /**
   * A figure that counts things once.
   *
   * @param counted the things that are counted
   * @param about which things a row is about, by the ids that they are counted under
   */
  record Once<K>(Set<UUID> counted, Function<K, Set<UUID>> about) {}

  /** The report over nothing but what was added to a state. */
  R over(F state, OrgMap map) {
    state.publish(ViewPosition.NONE);
    return reading.apply(state, map);
  }
}
