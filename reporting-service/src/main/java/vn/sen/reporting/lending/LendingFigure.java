package vn.sen.reporting.lending;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.reporting.lending.LoanScan.Found;

/** How a figure of a report of loans is made. */
sealed interface LendingFigure {

  /** How often a step of a loan counts. */
  @FunctionalInterface
  interface Weight {
    long of(LoanPlace place, LoanMeasure measure, long epochDay);

    /** What the steps of a loan at one of its places come to. */
    default long sum(LoanPart part) {
      long sum = 0;
      for (int i = 0; i < part.steps(); i++) {
        sum += of(part.place(), part.measure(i), part.epochDay(i)) * part.delta(i);
      }
      return sum;
    }

    default Weight plus(Weight other) {
      return (place, measure, day) -> of(place, measure, day) + other.of(place, measure, day);
    }

    default Weight minus(Weight other) {
      return (place, measure, day) -> of(place, measure, day) - other.of(place, measure, day);
    }

    /** Whether something of it is at one of a loan's places. */
    default Predicate<Found> isThere() {
      return found -> sum(found.part()) > 0;
    }
  }

  /**
   * A sum of the steps of loans, in đồng or in checks.
   *
   * @param where only what is meant counts
   * @param decimals how many digits of what a weight counts stand behind the point
   */
  record Amount(Weight weight, Predicate<Found> where, int decimals) implements LendingFigure {

    /** Of all loans. */
    Amount(Weight weight) {
      this(weight, _ -> true, 0);
    }

    long of(Found found) {
      return where.test(found) ? weight.sum(found.part()) : 0;
    }
  }

  /**
   * A sum over loans of what follows from an amount of each.
   *
   * @param traced the figure of this amount
   */
  record Derived(ToLongFunction<Found> value, String traced) implements LendingFigure {

    /** How many loans there are of a kind. */
    static Derived count(Predicate<Found> where, String traced) {
      return new Derived(found -> where.test(found) ? 1 : 0, traced);
    }
  }

  /**
   * Households with loans of a kind, each counted once.
   *
   * @param traced the figure of what makes them count
   */
  record Households(Predicate<Found> where, String traced) implements LendingFigure {}

  /** Fees that were paid. */
  record Received() implements LendingFigure {}

  /** One figure ÷ another one, in percent. */
  record Percent(String numerator, String denominator, int decimals) implements LendingFigure {}

  /** One figure less another one. */
  record Less(String minuend, String subtrahend) implements LendingFigure {}
}
