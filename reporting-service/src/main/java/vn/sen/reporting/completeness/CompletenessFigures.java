package vn.sen.reporting.completeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.chassis.view.ViewReader;

/**
 * Keeps the entries that reports are answered from. The view's thread adds; readers take snapshots,
 * in which only what has changed is made anew.
 */
public final class CompletenessFigures implements ViewReader<CompletenessRow> {

  /** Who entered what: all entries of one have a history of their own. */
  record Source(DataKind kind, @Nullable UUID unit, @Nullable UUID bank) {}

  /** All entries at one point of the log. Immutable, shared by all readers. */
  record Snapshot(List<Source> sources, Entries[] entries, ViewPosition position) {

    static final Snapshot EMPTY = new Snapshot(List.of(), new Entries[0], ViewPosition.NONE);

    void forEach(BiConsumer<Source, Entries> action) {
      for (int i = 0; i < entries.length; i++) {
        action.accept(sources.get(i), entries[i]);
      }
    }
  }

  private final Map<Source, Integer> numbers = new HashMap<>();
  private final List<TreeMap<Long, Long>> steps = new ArrayList<>();
  private final Set<Integer> changed = new HashSet<>();
  private volatile Snapshot snapshot = Snapshot.EMPTY;

  @Override
  public void add(CompletenessRow row, long delta) {
    int number = number(new Source(row.kind(), row.unit(), row.bank()));
    steps.get(number).merge(Entries.step(row.month(), row.recorded()), delta, Long::sum);
    changed.add(number);
  }

  private int number(Source source) {
    var known = numbers.get(source);
    if (known != null) {
      return known;
    }
    int next = steps.size();
    numbers.put(source, next);
    steps.add(new TreeMap<>());
    return next;
  }

  @Override
  public void publish(ViewPosition position) {
    var sources = snapshot.sources();
    var entries = snapshot.entries();
    if (!changed.isEmpty()) {
      sources = steps.size() > sources.size() ? inOrder() : sources;
      entries = Arrays.copyOf(entries, steps.size());
      for (int number : changed) {
        entries[number] = Entries.of(steps.get(number));
      }
      changed.clear();
    }
    snapshot = new Snapshot(sources, entries, position);
  }

  private List<Source> inOrder() {
    var inOrder = new Source[steps.size()];
    numbers.forEach((source, number) -> inOrder[number] = source);
    return List.of(inOrder);
  }

  /** The entries now. */
  Snapshot snapshot() {
    return snapshot;
  }
}
