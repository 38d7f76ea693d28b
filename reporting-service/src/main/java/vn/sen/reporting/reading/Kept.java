package vn.sen.reporting.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A map that is written by one thread and shown to others as it was when something was shown. */
public final class Kept<K, V> {

  private final Map<K, V> values = new HashMap<>();
  private final V nothing;
  private Map<K, V> shown = Map.of();
  private boolean changed;

  /**
   * @param nothing what a key has that has no value yet
   */
  public Kept(V nothing) {
    this.nothing = nothing;
  }

  /** Gives a key another value. */
  public void change(K key, UnaryOperator<V> change) {
    values.put(key, change.apply(values.getOrDefault(key, nothing)));
    changed = true;
  }

  /** The values now; the same map until one changes. */
  public Map<K, V> show() {
    if (changed) {
      shown = Map.copyOf(values);
      changed = false;
    }
    return shown;
  }
}
