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

  /** The same with one more step; one that cancels the steps of its date leaves no trace. */
  public RunningTotal plus(LocalDate date, long delta) {
    if (delta == 0) {
      return this;
    }
    long day = date.toEpochDay();
    int found = Arrays.binarySearch(days, day);
    if (found < 0) {
      int at = -found - 1;
      return raised(with(days, at, day), with(sums, at, before(at)), at, delta);
    }
    return sums[found] + delta == before(found)
        ? raised(without(days, found), without(sums, found), found, delta)
        : raised(days, sums.clone(), found, delta);
  }

  private static RunningTotal raised(long[] days, long[] sums, int from, long delta) {
    for (int i = from; i < sums.length; i++) {
      sums[i] += delta;
    }
    return sums.length == 0 ? NOTHING : new RunningTotal(days, sums);
  }

  private static long[] with(long[] values, int at, long value) {
    var longer = new long[values.length + 1];
    System.arraycopy(values, 0, longer, 0, at);
    longer[at] = value;
    System.arraycopy(values, at, longer, at + 1, values.length - at);
    return longer;
  }

  private static long[] without(long[] values, int at) {
    var shorter = new long[values.length - 1];
    System.arraycopy(values, 0, shorter, 0, at);
    System.arraycopy(values, at + 1, shorter, at, shorter.length - at);
    return shorter;
  }

  private long before(int at) {
    return at == 0 ? 0 : sums[at - 1];
  }

  /** What is told of steps. */
  @FunctionalInterface
  public interface Steps {
    void step(long epochDay, long delta);
  }

  /** Tells of the steps up to and including a date, oldest first. */
  public void tell(LocalDate until, Steps steps) {
    long last = until.toEpochDay();
    for (int i = 0; i < days.length && days[i] <= last; i++) {
      steps.step(days[i], sums[i] - before(i));
    }
  }

  public boolean isNothing() {
    return days.length == 0;
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
