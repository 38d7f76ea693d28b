package vn.sen.reporting.lending;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A map that is written by one thread and shown to others as it was when something was shown. */
final class Kept<K, V> {

  private final Map<K, V> values = new HashMap<>();
  private final V nothing;
  private Map<K, V> shown = Map.of();
  private boolean changed;

  /**
   * @param nothing what a key has that has no value yet
   */
  Kept(V nothing) {
    this.nothing = nothing;
  }

  void change(K key, UnaryOperator<V> change) {
    values.put(key, change.apply(values.getOrDefault(key, nothing)));
    changed = true;
  }

  /** The values now; the same map until one changes. */
  Map<K, V> show() {
    if (changed) {
      shown = Map.copyOf(values);
      changed = false;
    }
    return shown;
  }
}
