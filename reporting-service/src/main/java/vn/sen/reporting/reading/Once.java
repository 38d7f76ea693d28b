package vn.sen.reporting.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps equal values once: rows share few ids, days and places among them. Thread-safe. */
public final class Once {

  private final Map<Object, Object> known = new ConcurrentHashMap<>();

  /** The first of all values that are equal to this one. */
  @SuppressWarnings("unchecked") // what is equal to an id, a day or a place is one
  public <T> T of(T value) {
    var same = known.putIfAbsent(value, value);
    return same == null ? value : (T) same;
  }

  /** An equal value that was kept before, or null. */
  @SuppressWarnings("unchecked") // see of
  public <T> @Nullable T find(T value) {
    return (T) known.get(value);
  }
}
