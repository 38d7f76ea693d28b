package vn.sen.reporting.explanation;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a figure comes about.
 *
 * @param <T> what its parts are
 */
public sealed interface Explained<T> {

  /**
   * It is the sum of its parts.
   *
   * @param traced the figure that the events behind a part add up to; null where no event is behind
   */
  record Sum<T>(Parts<T> parts, @Nullable String traced) implements Explained<T> {}

  /**
   * It is a percentage: one figure of the same row ÷ another one.
   *
   * @param decimals that it is rounded to, half up
   */
  record Quotient<T>(String numerator, String denominator, int decimals) implements Explained<T> {}

  /** The same, its parts told in another way. */
  default <U> Explained<U> with(Function<T, U> describe) {
    return switch (this) {
      case Sum<T>(var parts, var traced) -> new Sum<>(parts.with(describe), traced);
      case Quotient<T>(var numerator, var denominator, var decimals) ->
          new Quotient<>(numerator, denominator, decimals);
    };
  }
}
