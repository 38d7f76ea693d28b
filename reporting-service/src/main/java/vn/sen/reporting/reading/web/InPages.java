package vn.sen.reporting.reading.web;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A long list that is read page by page and never held whole.
 *
 * @param <T> an entry
 * @param <A> the place of an entry in the list
 */
public final class InPages<T, A> implements Iterator<T> {

  private static final int AT_ONCE = 1_000;

  private final Fetch<T, A> fetch;
  private final Function<T, A> place;
  private @Nullable A after;
  private List<T> page = List.of();
  private int next;
  private boolean last;

  /** Reads the entries behind a place. */
  @FunctionalInterface
  public interface Fetch<T, A> {

    /**
     * The next entries.
     *
     * @param after null for the first ones
     * @return fewer than that many only at the end of the list
     */
    List<T> page(@Nullable A after, int most);
  }

  public InPages(Fetch<T, A> fetch, Function<T, A> place) {
    this.fetch = fetch;
    this.place = place;
  }

  @Override
  public boolean hasNext() {
    if (next == page.size() && !last) {
      page = fetch.page(after, AT_ONCE);
      next = 0;
      last = page.size() < AT_ONCE;
    }
    return next < page.size();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var entry = page.get(next);
    next++;
    after = place.apply(entry);
    return entry;
  }
}
