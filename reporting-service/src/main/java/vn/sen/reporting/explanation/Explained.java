package vn.sen.reporting.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
   * @param decimals to which all parts together are rounded, half up
   */
  record Sum<T>(Parts<T> parts, @Nullable String traced, int decimals) implements Explained<T> {

    /** It is the sum as it is. */
    public Sum(Parts<T> parts, @Nullable String traced) {
      this(parts, traced, parts.sum().scale());
    }

    /** What all parts come to. */
    public BigDecimal total() {
      var half = BigDecimal.valueOf(5, decimals + 1);
      return parts.sum().add(half).setScale(decimals, RoundingMode.FLOOR);
    }
  }

  /**
   * It is a percentage: one figure of the same row ÷ another one.
   *
   * @param decimals that it is rounded to, half up
   * @param fullOnlyIfAll whether what is rounded to a hundred, though some are missing, stays below
   */
  record Quotient<T>(String numerator, String denominator, int decimals, boolean fullOnlyIfAll)
      implements Explained<T> {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** It is rounded as it comes. */
    public Quotient(String numerator, String denominator, int decimals) {
      this(numerator, denominator, decimals, false);
    }

    /** The percentage of two terms; null where there is none. */
    public @Nullable BigDecimal percent(@Nullable BigDecimal over, @Nullable BigDecimal under) {
      if (over == null || under == null || under.signum() == 0) {
        return null;
      }
      var rounded = over.multiply(HUNDRED).divide(under, decimals, RoundingMode.HALF_UP);
      boolean missing = fullOnlyIfAll && over.compareTo(under) < 0;
      return missing ? rounded.min(HUNDRED.subtract(BigDecimal.valueOf(1, decimals))) : rounded;
    }
  }

  /** It is one figure of the same row less another one. */
  record Difference<T>(String minuend, String subtrahend) implements Explained<T> {}

  /** The same, its parts told in another way. */
  default <U> Explained<U> with(Function<T, U> describe) {
    return switch (this) {
      case Sum<T>(var parts, var traced, var decimals) ->
          new Sum<>(parts.with(describe), traced, decimals);
      case Quotient<T>(var numerator, var denominator, var decimals, var fullOnlyIfAll) ->
          new Quotient<>(numerator, denominator, decimals, fullOnlyIfAll);
      case Difference<T>(var minuend, var subtrahend) -> new Difference<>(minuend, subtrahend);
    };
  }
}
