package vn.sen.reporting.lending;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import vn.sen.events.lending.LoanMeasure;

/**
 * What one loan adds to the totals that it belongs to.
 *
 * @param household the number of the one that owes it
 * @param opening principal owed before the period
 * @param sums by measure: balances at the period's end, flows within it; not to be changed
 */
record DebtShare(int household, long opening, long[] sums) {

  private static final int MEASURES = LoanMeasure.values().length;
  private static final Set<LoanMeasure> BALANCES =
      EnumSet.of(
          LoanMeasure.IN_TERM,
          LoanMeasure.OVERDUE,
          LoanMeasure.FROZEN,
          LoanMeasure.INTEREST_ARREARS);

  static DebtShare of(LoanPart part, int household, LocalDate from, LocalDate asOf) {
    long first = from.toEpochDay();
    long last = asOf.toEpochDay();
    var sums = new long[MEASURES];
    long opening = 0;
    for (int i = 0; i < part.steps() && part.epochDay(i) <= last; i++) {
      var measure = part.measure(i);
      boolean within = part.epochDay(i) >= first;
      if (measure.isMoney() && (within || BALANCES.contains(measure))) {
        sums[measure.ordinal()] += part.delta(i);
      }
      if (!within && measure.isPrincipal()) {
        opening += part.delta(i);
      }
    }
    return new DebtShare(household, opening, sums);
  }

  long of(LoanMeasure measure) {
    return sums[measure.ordinal()];
  }

  long outstanding() {
    return of(LoanMeasure.IN_TERM) + of(LoanMeasure.OVERDUE) + of(LoanMeasure.FROZEN);
  }

  /** Whether the loan leaves no trace in the figures: settled long ago, or of a later day. */
  boolean isNothing() {
    long any = opening;
    for (long sum : sums) {
      any |= sum;
    }
    return any == 0;
  }
}
