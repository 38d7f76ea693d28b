package vn.sen.reporting.explanation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells what figures are made of. All questions throw a RuleViolation that names a parameter.
 *
 * @param <T> what the figures are made of
 */
public interface Source<T> {

  /**
   * A page of what a figure is made of.
   *
   * @param figure by its path in the report's JSON
   * @param after where the page before ended, or null
   * @throws FigureUnknown if there is no such figure here
   */
  Explained<T> explain(String figure, @Nullable After after, int limit);

  /**
   * Where the events behind a part of a figure are.
   *
   * @throws PartUnknown if the figure has no such part here
   */
  Trail<?> trail(String figure, String part);

  /** The same, its parts told in another way. */
  default <U> Source<U> with(Function<T, U> describe) {
    var told = this;
    return new Source<>() {
      @Override
      public Explained<U> explain(String figure, @Nullable After after, int limit) {
        return told.explain(figure, after, limit).with(describe);
      }

      @Override
      public Trail<?> trail(String figure, String part) {
        return told.trail(figure, part);
      }
    };
  }
}
