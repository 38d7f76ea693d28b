package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the parts of a figure once: adds all of them up and keeps those of one page. Not
 * thread-safe.
 *
 * @param <S> what a part is
 */
public final class PartPage<S> {

  private final Function<S, String> key;
  private final @Nullable After after;
  private final int limit;
  private final int decimals;
  private final PriorityQueue<Candidate> best =
      new PriorityQueue<>(Comparator.<Candidate>naturalOrder().reversed());
  private long sum;
  private long count;

  /** A part whose key is made only if another one is as large. */
  private final class Candidate implements Comparable<Candidate> {
    private final S source;
    private final long value;
    private @Nullable String madeKey;

    Candidate(S source, long value) {
      this.source = source;
      this.value = value;
    }

    String key() {
      var known = madeKey;
      if (known == null) {
        known = key.apply(source);
        madeKey = known;
      }
      return known;
    }

    @Override
    public int compareTo(Candidate other) {
      int bySize = Long.compare(Math.abs(other.value), Math.abs(value));
      return bySize != 0 ? bySize : key().compareTo(other.key());
    }

    boolean isBehind(After place) {
      int bySize = Long.compare(place.size(), Math.abs(value));
      return bySize > 0 || bySize == 0 && key().compareTo(place.key()) > 0;
    }

    Part<S> part() {
      return new Part<>(key(), BigDecimal.valueOf(value, decimals), source);
    }
  }

  /**
   * No parts yet.
   *
   * @param key tells parts apart, the same as long as the part is
   * @param after where the page before ended, null for the first one
   * @param limit how many parts a page has at most
   */
  public PartPage(Function<S, String> key, @Nullable After after, int limit) {
    this(key, after, limit, 0);
  }

  /**
   * No parts yet, of a figure whose parts are no whole numbers.
   *
   * @param decimals how many digits of what is added stand behind the point
   */
  public PartPage(Function<S, String> key, @Nullable After after, int limit, int decimals) {
    this.key = key;
    this.after = after;
    this.limit = limit;
    this.decimals = decimals;
  }

  /** Adds a part; one that adds nothing is none. */
  public void add(S source, long value) {
    if (value == 0) {
      return;
    }
    sum = Math.addExact(sum, value);
    count++;
    var candidate = new Candidate(source, value);
    if (after != null && !candidate.isBehind(after)) {
      return;
    }
    // one more than the page has tells whether there is a next one
    if (best.size() <= limit) {
      best.add(candidate);
    } else if (candidate.compareTo(best.element()) < 0) {
      best.remove();
      best.add(candidate);
    }
  }

  /** The page, and the sum of all. */
  public Parts<S> parts() {
    var page = best.stream().sorted().limit(limit).toList();
    var last = page.isEmpty() ? null : page.getLast();
    var next =
        last == null || best.size() <= limit ? null : new After(Math.abs(last.value), last.key());
    return new Parts<>(
        BigDecimal.valueOf(sum, decimals),
        count,
        page.stream().map(Candidate::part).toList(),
        next);
  }
}
