package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;

/** A sum over time, answered for any date in a binary search. Immutable. */
public final class RunningTotal {

  public static final RunningTotal NOTHING = new RunningTotal(new long[0], new long[0]);

  private final long[] days;
  private final long[] sums;

  private RunningTotal(long[] days, long[] sums) {
    this.days = days;
    this.sums = sums;
  }

  /** Adds up steps by epoch day. */
  public static RunningTotal of(SortedMap<Long, Long> steps) {
    var days = new long[steps.size()];
    var sums = new long[steps.size()];
    int i = 0;
    long sum = 0;
    for (var step : steps.entrySet()) {
      sum += step.getValue();
      days[i] = step.getKey();
      sums[i++] = sum;
    }
    return i == 0 ? NOTHING : new RunningTotal(days, sums);
  }

  /** The sum of all steps up to and including a date. */
  public long upTo(LocalDate date) {
    return upTo(date.toEpochDay());
  }

  /** The sum of the steps of a period, both ends included. */
  public long within(LocalDate from, LocalDate to) {
    return upTo(to.toEpochDay()) - upTo(from.toEpochDay() - 1);
  }

  private long upTo(long day) {
    int found = Arrays.binarySearch(days, day);
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? 0 : sums[last];
  }
}
