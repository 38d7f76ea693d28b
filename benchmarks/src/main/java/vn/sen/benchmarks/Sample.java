package vn.sen.benchmarks;

import java.util.Arrays;

/** Measured values of one kind. */
public final class Sample {

  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Takes a copy.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public static Sample of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  /** The value below which a share of all values is, 0.5 for the median. */
  public double quantile(double share) {
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  /** The median, between the two middle ones where their number is even. */
  public double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The median of the quotients of two series, pair by pair: what one round had in common cancels
   * out.
   */
  public static double medianRatio(double[] values, double[] references) {
    var ratios = new double[values.length];
    Arrays.setAll(ratios, i -> values[i] / references[i]);
    return of(ratios).median();
  }

  /** The median of a series. */
  public static double median(double[] values) {
    return of(values).median();
  }
}
