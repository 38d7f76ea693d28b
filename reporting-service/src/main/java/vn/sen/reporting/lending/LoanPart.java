package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.Arrays;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.events.lending.LoanPlace;
import vn.sen.reporting.reading.RunningTotal;

/** The figures of one loan at one of its places over all time. Immutable. */
final class LoanPart {

  private static final int MEASURES = LoanMeasure.values().length;

  private final LoanPlace place;
  private final PlaceNumbers numbers;
  private final RunningTotal[] totals;

  /**
   * The numbers of a place's parts in the snapshot.
   *
   * @param leaf of unit and assignments
   * @param group −1 for a loan outside any
   */
  record PlaceNumbers(int leaf, int bank, int programme, int group, int household) {}

  private LoanPart(LoanPlace place, PlaceNumbers numbers, RunningTotal[] totals) {
    this.place = place;
    this.numbers = numbers;
    this.totals = totals;
  }

  static LoanPart nothing(LoanPlace place, PlaceNumbers numbers) {
    var totals = new RunningTotal[MEASURES];
    Arrays.fill(totals, RunningTotal.NOTHING);
    return new LoanPart(place, numbers, totals);
  }

  LoanPart plus(LoanMeasure measure, LocalDate date, long delta) {
    var changed = totals.clone();
    changed[measure.ordinal()] = changed[measure.ordinal()].plus(date, delta);
    return new LoanPart(place, numbers, changed);
  }

  LoanPlace place() {
    return place;
  }

  PlaceNumbers numbers() {
    return numbers;
  }

  RunningTotal total(LoanMeasure measure) {
    return totals[measure.ordinal()];
  }

  /** Principal that is owed on a date, in đồng. */
  long outstanding(LocalDate on) {
    return total(LoanMeasure.IN_TERM).upTo(on)
        + total(LoanMeasure.OVERDUE).upTo(on)
        + total(LoanMeasure.FROZEN).upTo(on);
  }
}
