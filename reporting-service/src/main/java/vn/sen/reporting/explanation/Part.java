package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Something that a figure is made of.
 *
 * @param part its key, by which the events behind it are asked for
 * @param value what it adds to the figure
 * @param of what it is
 */
public record Part<T>(String part, BigDecimal value, T of) {

  <U> Part<U> with(Function<T, U> describe) {
    return new Part<>(part, value, describe.apply(of));
  }
}
