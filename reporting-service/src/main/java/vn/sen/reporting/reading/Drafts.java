package vn.sen.reporting.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Drafts of figures, one for each key, written by one thread, of which fair copies are shown to
 * others. Only what has changed is copied anew.
 *
 * @param <K> what the figures are of
 * @param <D> collects, usually mutable
 * @param <F> the figures, immutable
 */
public final class Drafts<K, D, F> {

  private final Function<K, D> begin;
  private final BiFunction<K, D, F> copy;
  private final Numbering<K> numbers = new Numbering<>();
  private final List<D> drafts = new ArrayList<>();
  private final Set<Integer> changed = new HashSet<>();
  private Object[] copies = new Object[0];

  /**
   * Fair copies of one moment. Immutable.
   *
   * @param <K> what the figures are of
   * @param <F> the figures
   */
  public static final class Copies<K, F> {
    private final List<K> keys;
    private final Object[] figures;

    private Copies(List<K> keys, Object[] figures) {
      this.keys = keys;
      this.figures = figures;
    }

    /** None. */
    public static <K, F> Copies<K, F> none() {
      return new Copies<>(List.of(), new Object[0]);
    }

    /** Tells of all figures. */
    @SuppressWarnings("unchecked") // only figures come in
    public void forEach(BiConsumer<K, F> action) {
      for (int i = 0; i < figures.length; i++) {
        action.accept(keys.get(i), (F) figures[i]);
      }
    }
  }

  /**
   * No drafts yet.
   *
   * @param begin makes the first draft for a key
   * @param copy makes a fair copy that does not change with the draft
   */
  public Drafts(Function<K, D> begin, BiFunction<K, D, F> copy) {
    this.begin = begin;
    this.copy = copy;
  }

  /** The draft of a key, to be changed. */
  public D change(K key) {
    int number = numbers.of(key);
    if (number == drafts.size()) {
      drafts.add(begin.apply(key));
    }
    changed.add(number);
    return drafts.get(number);
  }

  /** Puts another draft in the place of a key's, where drafts are immutable. */
  public void replace(K key, UnaryOperator<D> change) {
    var before = change(key);
    drafts.set(numbers.of(key), change.apply(before));
  }

  /** Fair copies of all drafts as they are now. */
  public Copies<K, F> show() {
    var keys = numbers.inOrder();
    if (!changed.isEmpty()) {
      copies = Arrays.copyOf(copies, drafts.size());
      for (int number : changed) {
        copies[number] = copy.apply(keys.get(number), drafts.get(number));
      }
      changed.clear();
    }
    return new Copies<>(keys, copies);
  }
}
