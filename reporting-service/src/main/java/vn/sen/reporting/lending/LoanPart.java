package vn.sen.reporting.lending;

import java.time.LocalDate;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;

/**
 * The figures of one loan at one of its places over all time: its steps, in one array, because a
 * report walks through those of all loans. Immutable.
 */
final class LoanPart {

  private static final LoanMeasure[] MEASURES = LoanMeasure.values();
  private static final int KEYS_OF_A_DAY = 32;

  private final LoanPlace place;
  private final PlaceNumbers numbers;

  /** In turn a key, which is made of day and measure, and a delta; by key. */
  private final long[] steps;

  /**
   * The numbers of a place's parts in the snapshot.
   *
   * @param leaf of unit and assignments
   * @param group −1 for a loan outside any
   */
  record PlaceNumbers(int leaf, int bank, int programme, int group, int household) {}

  private LoanPart(LoanPlace place, PlaceNumbers numbers, long[] steps) {
    this.place = place;
    this.numbers = numbers;
    this.steps = steps;
  }

  static LoanPart nothing(LoanPlace place, PlaceNumbers numbers) {
    return new LoanPart(place, numbers, new long[0]);
  }

  /** The same with one more step; one that cancels another leaves no trace. */
  LoanPart plus(LoanMeasure measure, LocalDate date, long delta) {
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
    return new LoanPart(place, numbers, changed);
  }

  LoanPlace place() {
    return place;
  }

  PlaceNumbers numbers() {
    return numbers;
  }

  /** How many steps there are, oldest first. */
  int steps() {
    return steps.length / 2;
  }

  long epochDay(int step) {
    return Math.floorDiv(steps[2 * step], KEYS_OF_A_DAY);
  }

  LoanMeasure measure(int step) {
    return MEASURES[Math.floorMod(steps[2 * step], KEYS_OF_A_DAY)];
  }

  /** In đồng. */
  long delta(int step) {
    return steps[2 * step + 1];
  }

  /** A balance on a date, in đồng. */
  long balance(LoanMeasure balance, LocalDate on) {
    long last = on.toEpochDay();
    long sum = 0;
    for (int i = 0; i < steps() && epochDay(i) <= last; i++) {
      sum += measure(i) == balance ? delta(i) : 0;
    }
    return sum;
  }

  /** Principal that is owed on a date, in đồng. */
  long outstanding(LocalDate on) {
    long last = on.toEpochDay();
    long sum = 0;
    for (int i = 0; i < steps() && epochDay(i) <= last; i++) {
      sum += measure(i).isPrincipal() ? delta(i) : 0;
    }
    return sum;
  }
}
