package vn.sen.reporting.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers things from 0 on in the order in which they are first named. */
public final class Numbering<T> {

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();
  private List<T> published = List.of();

  /** The number of a thing. */
  public int of(T thing) {
    var known = numbers.get(thing);
    if (known != null) {
      return known;
    }
    int next = things.size();
    numbers.put(thing, next);
    things.add(thing);
    return next;
  }

  public int size() {
    return things.size();
  }

  /** All things in the order of their numbers; the same list until there are more. */
  public List<T> inOrder() {
    if (published.size() < things.size()) {
      published = List.copyOf(things);
    }
    return published;
  }
}
