package vn.sen.reporting.lending;

import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.DutyReport.Checks;
import vn.sen.reporting.lending.DutyReport.Duties;
import vn.sen.reporting.lending.DutyReport.Fees;

/** Adds up duties. */
final class DutyTally {

  private final long[] sums = new long[LoanMeasure.values().length];
  private final long[] lateByAge = new long[DutyShare.AGES];
  private long lateBefore;
  private long loansLate;
  private long interest;
  private long expected;
  private long received;

  void add(DutyShare share) {
    lateBefore += share.lateBefore();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += share.sums()[i];
    }
    for (int i = 0; i < lateByAge.length; i++) {
      lateByAge[i] += share.lateByAge()[i];
    }
    loansLate += share.late() > 0 ? 1 : 0;
    addInterest(share.interest(), share.expected());
  }

  /**
   * Adds interest collected.
   *
   * @param fee of it, in parts of a đồng: divided only in the end, so that it is rounded once
   */
  void addInterest(long amount, long fee) {
    interest += amount;
    expected += fee;
  }

  void addReceived(long amount) {
    received += amount;
  }

  Duties duties() {
    return new Duties(checks(), fees());
  }

  Fees fees() {
    long rounded = Math.floorDiv(expected + FeeRates.ALL / 2, FeeRates.ALL);
    return new Fees(interest, rounded, received, received - rounded);
  }

  private long of(LoanMeasure measure) {
    return sums[measure.ordinal()];
  }

  private Checks checks() {
    long due = of(LoanMeasure.CHECKS_DUE);
    long inTime = of(LoanMeasure.CHECKS_IN_TIME);
    long doneLate = of(LoanMeasure.CHECKS_DONE_LATE);
    long lapsed = of(LoanMeasure.CHECKS_LAPSED);
    long late = of(LoanMeasure.CHECKS_LATE);
    return new Checks(
        lateBefore,
        due,
        inTime,
        doneLate,
        lapsed,
        late - (lateBefore + due - inTime - doneLate - lapsed),
        late,
        lateByAge[0],
        lateByAge[1],
        lateByAge[2],
        loansLate);
  }
}
