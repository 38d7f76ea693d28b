package vn.sen.reporting.reading;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers given last, while there is memory for them, for as long as what they are
 * made of stays the same. Readers who ask the same at once wait for one of them to find the answer;
 * whoever asks for one that is known waits for nobody. Thread-safe.
 *
 * @param <Q> the question, a record
 * @param <A> the answer, immutable
 */
public final class Answers<Q, A> {

  private static final int KEPT = 256;

  private final int most;

  /** An answer, as long as it fits what it is made of now. */
  private record Known<A>(Object madeOf, SoftReference<A> answer) {
    @Nullable A of(Object madeOfNow) {
      return madeOfNow.equals(madeOf) ? answer.get() : null;
    }
  }

  private static final class Kept<A> {
    private volatile @Nullable Known<A> last;

    A get(Object madeOfNow, Supplier<A> find) {
      var known = known(madeOfNow);
      return known == null ? found(madeOfNow, find) : known;
    }

    private @Nullable A known(Object madeOfNow) {
      var then = last;
      return then == null ? null : then.of(madeOfNow);
    }

    private synchronized A found(Object madeOfNow, Supplier<A> find) {
      var known = known(madeOfNow);
      if (known != null) {
        return known;
      }
      var found = find.get();
      last = new Known<>(madeOfNow, new SoftReference<>(found));
      return found;
    }
  }

  private final Map<Q, Kept<A>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, Kept<A>> eldest) {
          return size() > most;
        }
      };

  public Answers() {
    this(KEPT);
  }

  /**
   * @param most so many are remembered
   */
  public Answers(int most) {
    this.most = most;
  }

  /**
   * The answer to a question.
   *
   * @param madeOf equal as long as the answer is
   */
  public A get(Q question, Object madeOf, Supplier<A> find) {
    Kept<A> known;
    synchronized (kept) {
      known = kept.computeIfAbsent(question, _ -> new Kept<>());
    }
    return known.get(madeOf, find);
  }
}
