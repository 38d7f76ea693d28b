package vn.sen.reporting.explanation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a report that can be explained, by their paths in its JSON.
 *
 * @param <F> how a figure is made
 */
public final class Figures<F> {

  private final Map<String, F> byName;

  private Figures(Map<String, F> byName) {
    this.byName = byName;
  }

  /** In this order. */
  public static <F> Figures<F> of(Map<String, F> byName) {
    return new Figures<>(new LinkedHashMap<>(byName));
  }

  /** Some of them alone. */
  public Figures<F> only(String... names) {
    var some = new LinkedHashMap<>(byName);
    some.keySet().retainAll(Arrays.asList(names));
    return new Figures<>(some);
  }

  /**
   * How a figure is made.
   *
   * @throws FigureUnknown naming those that there are
   */
  public F find(String name) {
    var found = byName.get(name);
    if (found == null) {
      throw new FigureUnknown(name, names());
    }
    return found;
  }

  /** Their names, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
