package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is made of: a page of it, and what all of it comes to.
 *
 * @param sum of all parts, not of the page alone
 * @param count of all parts
 * @param page the largest first
 * @param next where the page ended, null on the last one
 */
public record Parts<T>(BigDecimal sum, long count, List<Part<T>> page, @Nullable After next) {

  public Parts {
    page = List.copyOf(page);
  }

  /** The same parts, told in another way. */
  public <U> Parts<U> with(Function<T, U> describe) {
    return new Parts<>(sum, count, page.stream().map(p -> p.with(describe)).toList(), next);
  }
}
