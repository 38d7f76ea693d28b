package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import vn.sen.reporting.reading.Facts;

/** Which borrowing households count as one. */
final class Households {

  private Households() {}

  /**
   * For each household the number of the one it counts as on a day: its own where it is merged into
   * none.
   *
   * @param count how many there are
   * @param merges for a household, what was said of it; empty for one of its own
   */
  static int[] on(LocalDate day, int count, Map<Integer, Facts<Optional<Integer>>> merges) {
    var into = new int[count];
    for (int i = 0; i < count; i++) {
      into[i] = i;
    }
    merges.forEach(
        (household, said) ->
            said.saidLastFor(day).flatMap(i -> i).ifPresent(i -> into[household] = i));
    var last = into.clone();
    for (int household : merges.keySet()) {
      last[household] = end(into, household);
    }
    return last;
  }

  /** The end of a chain; where one runs in a circle, the lowest number in it. */
  private static int end(int[] into, int household) {
    var seen = new HashSet<Integer>();
    int at = household;
    while (into[at] != at) {
      if (!seen.add(at)) {
        return lowestInCircle(into, at);
      }
      at = into[at];
    }
    return at;
  }

  private static int lowestInCircle(int[] into, int start) {
    int lowest = start;
    for (int at = into[start]; at != start; at = into[at]) {
      lowest = Math.min(lowest, at);
    }
    return lowest;
  }
}
