package vn.sen.reporting.reading;

import java.time.LocalDate;

/**
 * The steps of one thing's measures over all time, oldest first, in one array, because a report
 * walks through those of all things. Immutable.
 */
public final class DatedSteps {

  public static final DatedSteps NONE = new DatedSteps(new long[0]);

  /** More than any enumeration of measures has. */
  private static final int KEYS_OF_A_DAY = 32;

  /** In turn a key, which is made of day and measure, and a delta; by key. */
  private final long[] steps;

  private DatedSteps(long[] steps) {
    this.steps = steps;
  }

  /** The same with one more step; one that cancels another leaves no trace. */
  public DatedSteps plus(Enum<?> measure, LocalDate date, long delta) {
    long key = date.toEpochDay() * KEYS_OF_A_DAY + measure.ordinal();
    int at = steps.length;
    while (at > 0 && steps[at - 2] >= key) {
      at -= 2;
    }
    boolean known = at < steps.length && steps[at] == key;
    long sum = known ? steps[at + 1] + delta : delta;
    int rest = known ? at + 2 : at;
    int own = sum == 0 ? 0 : 2;
    var changed = new long[at + own + steps.length - rest];
    System.arraycopy(steps, 0, changed, 0, at);
    System.arraycopy(steps, rest, changed, at + own, steps.length - rest);
    if (own > 0) {
      changed[at] = key;
      changed[at + 1] = sum;
    }
    return new DatedSteps(changed);
  }

  /** How many steps there are, oldest first. */
  public int count() {
    return steps.length / 2;
  }

  public long epochDay(int step) {
    return Math.floorDiv(steps[2 * step], KEYS_OF_A_DAY);
  }

  /** The ordinal of the measure that a step adds to. */
  public int measure(int step) {
    return (int) Math.floorMod(steps[2 * step], (long) KEYS_OF_A_DAY);
  }

  public long delta(int step) {
    return steps[2 * step + 1];
  }

  /** The sum of a measure's steps up to and including a date. */
  public long upTo(Enum<?> measure, LocalDate date) {
    return within(measure, LocalDate.MIN, date);
  }

  /** The sum of a measure's steps in a period, both ends included. */
  public long within(Enum<?> measure, LocalDate from, LocalDate to) {
    long first = from.toEpochDay();
    long last = to.toEpochDay();
    long sum = 0;
    for (int i = 0; i < count() && epochDay(i) <= last; i++) {
      sum += measure(i) == measure.ordinal() && epochDay(i) >= first ? delta(i) : 0;
    }
    return sum;
  }
}
