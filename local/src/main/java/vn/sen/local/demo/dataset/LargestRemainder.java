package vn.sen.local.demo.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a whole number by weights so that the parts are whole and add up to it. */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * The parts, in the order of the weights. Equal remainders are served from the first on.
   *
   * @throws IllegalArgumentException when a total above zero meets no weight above zero
   */
  public static int[] split(int total, double[] weights) {
    var sum = Arrays.stream(weights).sum();
    if (total > 0 && !(sum > 0)) {
      throw new IllegalArgumentException("nothing to divide " + total + " among");
    }
    var parts = new int[weights.length];
    if (total == 0) {
      return parts;
    }
    var remainders = new double[weights.length];
    var left = total;
    for (var i = 0; i < weights.length; i++) {
      var exact = total * (weights[i] / sum);
      parts[i] = (int) exact;
      remainders[i] = exact - parts[i];
      left -= parts[i];
    }
    var order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> remainders[i]).reversed())
            .toList();
    for (var i = 0; left > 0; i = (i + 1) % order.size()) {
      if (weights[order.get(i)] > 0) {
        parts[order.get(i)]++;
        left--;
      }
    }
    return parts;
  }
}
