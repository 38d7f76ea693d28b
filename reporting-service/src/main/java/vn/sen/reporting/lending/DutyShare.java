package vn.sen.reporting.lending;

import java.time.LocalDate;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.LoanScan.Found;

/**
 * What one loan adds, at one of its places, to the totals of duties that it belongs to.
 *
 * @param lateBefore checks that were late before the period
 * @param sums of checks, by measure: late ones at the period's end, the others within it; not to be
 *     changed, like the following
 * @param lateByAge the late ones by how long they have been so
 * @param interest collected within the period, in đồng
 * @param expected the fee of it, times {@link FeeRates#ALL}
 */
record DutyShare(long lateBefore, long[] sums, long[] lateByAge, long interest, long expected) {

  /** The last days of the ages that have an end. */
  private static final int[] TO_DAYS = {30, 90};

  static final int AGES = TO_DAYS.length + 1;

  private static final int MEASURES = LoanMeasure.values().length;

  /** Told of interest: when it was collected, how much, and the fee times {@link FeeRates#ALL}. */
  @FunctionalInterface
  interface OnInterest {
    void collected(LocalDate on, long amount, long fee);
  }

  /** What a loan adds in a period; tells of each payment of interest too. */
  static DutyShare of(
      Found found, LocalDate from, LocalDate asOf, FeeRates rates, OnInterest onInterest) {
    var part = found.part();
    var place = part.place();
    long first = from.toEpochDay();
    long last = asOf.toEpochDay();
    var sums = new long[MEASURES];
    long lateBefore = 0;
    long interest = 0;
    long expected = 0;
    for (int i = 0; i < part.steps() && part.epochDay(i) <= last; i++) {
      var measure = part.measure(i);
      long delta = part.delta(i);
      boolean within = part.epochDay(i) >= first;
      if (measure == LoanMeasure.CHECKS_LATE) {
        sums[measure.ordinal()] += delta;
        lateBefore += within ? 0 : delta;
      } else if (!measure.isMoney() && within) {
        sums[measure.ordinal()] += delta;
      } else if (measure == LoanMeasure.INTEREST_COLLECTED && within) {
        var on = LocalDate.ofEpochDay(part.epochDay(i));
        long fee = delta * rates.of(place.bankId(), place.programmeId(), on);
        onInterest.collected(on, delta, fee);
        interest += delta;
        expected += fee;
      }
    }
    return new DutyShare(lateBefore, sums, ages(found, sums, asOf), interest, expected);
  }

  private static long[] ages(Found found, long[] sums, LocalDate asOf) {
    var byAge = new long[AGES];
    if (sums[LoanMeasure.CHECKS_LATE.ordinal()] > 0) {
      found
          .loan()
          .layers(LoanMeasure.CHECKS_LATE, asOf)
          .tell((checks, since) -> byAge[age(asOf.toEpochDay() - since)] += checks);
    }
    return byAge;
  }

  private static int age(long days) {
    int age = 0;
    while (age < TO_DAYS.length && days > TO_DAYS[age]) {
      age++;
    }
    return age;
  }

  long late() {
    return sums[LoanMeasure.CHECKS_LATE.ordinal()];
  }

  boolean isNothing() {
    long any = lateBefore | interest;
    for (long sum : sums) {
      any |= sum;
    }
    return any == 0;
  }
}
