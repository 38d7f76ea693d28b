package vn.sen.chassis.view;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The figures that readers are answered from. While a view is rebuilt there are others beside them;
 * when those have caught up they take their place, between two readings. Thread-safe.
 *
 * @param <F> the figures of one generation of a view
 */
public final class Serving<F> {

  private final Supplier<F> another;
  private volatile F now;

  /**
   * @param another makes figures of which nothing is known yet, for each generation of the view
   */
  public Serving(Supplier<F> another) {
    this.another = another;
    this.now = another.get();
  }

  /** Figures that are never replaced. */
  public static <F> Serving<F> only(F figures) {
    return new Serving<>(() -> figures);
  }

  /**
   * Reads from the figures in service. What is read last is never older than what was read before,
   * whatever takes whose place meanwhile: figures that were replaced during a reading may have gone
   * on alone, so they are not read.
   *
   * @param how takes what it needs, at once; it may be asked again
   */
  public <T> T read(Function<? super F, T> how) {
    while (true) {
      var figures = now;
      var read = how.apply(figures);
      if (figures == now) {
        return read;
      }
    }
  }

  F another() {
    return another.get();
  }

  void show(F figures) {
    now = figures;
  }
}
