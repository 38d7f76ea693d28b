package vn.sen.reporting.lending;

import java.time.LocalDate;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.reporting.reading.DatedSteps;

/** The figures of one loan at one of its places over all time. Immutable. */
final class LoanPart {

  private static final LoanMeasure[] MEASURES = LoanMeasure.values();

  private final LoanPlace place;
  private final PlaceNumbers numbers;
  private final DatedSteps steps;

  /**
   * The numbers of a place's parts in the snapshot.
   *
   * @param leaf of unit and assignments
   * @param group −1 for a loan outside any
   */
  record PlaceNumbers(int leaf, int bank, int programme, int group, int household) {}

  private LoanPart(LoanPlace place, PlaceNumbers numbers, DatedSteps steps) {
    this.place = place;
    this.numbers = numbers;
    this.steps = steps;
  }

  static LoanPart nothing(LoanPlace place, PlaceNumbers numbers) {
    return new LoanPart(place, numbers, DatedSteps.NONE);
  }

  /** The same with one more step; one that cancels another leaves no trace. */
  LoanPart plus(LoanMeasure measure, LocalDate date, long delta) {
    return new LoanPart(place, numbers, steps.plus(measure, date, delta));
  }

  LoanPlace place() {
    return place;
  }

  PlaceNumbers numbers() {
    return numbers;
  }

  /** How many steps there are, oldest first. */
  int steps() {
    return steps.count();
  }

  long epochDay(int step) {
    return steps.epochDay(step);
  }

  LoanMeasure measure(int step) {
    return MEASURES[steps.measure(step)];
  }

  /** In đồng. */
  long delta(int step) {
    return steps.delta(step);
  }

  /** A balance on a date, in đồng. */
  long balance(LoanMeasure balance, LocalDate on) {
    return steps.upTo(balance, on);
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
