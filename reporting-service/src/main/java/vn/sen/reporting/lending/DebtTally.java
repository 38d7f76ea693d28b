package vn.sen.reporting.lending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.Debt.Movement;
import vn.sen.reporting.reading.NumberSet;

/** Adds up loans. */
final class DebtTally {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final NumberSet households = new NumberSet();
  private final long[] sums = new long[LoanMeasure.values().length];
  private long opening;
  private long loans;

  void add(DebtShare share) {
    opening += share.opening();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += share.sums()[i];
    }
    if (share.outstanding() > 0) {
      loans++;
      households.add(share.household());
    }
  }

  NumberSet households() {
    return households;
  }

  long loans() {
    return loans;
  }

  long outstanding() {
    return of(LoanMeasure.IN_TERM) + of(LoanMeasure.OVERDUE) + of(LoanMeasure.FROZEN);
  }

  private long of(LoanMeasure measure) {
    return sums[measure.ordinal()];
  }

  Debt debt() {
    return new Debt(
        outstanding(),
        of(LoanMeasure.IN_TERM),
        of(LoanMeasure.OVERDUE),
        of(LoanMeasure.FROZEN),
        of(LoanMeasure.INTEREST_ARREARS),
        loans,
        households.count(),
        overduePercent(),
        movement());
  }

  private @Nullable BigDecimal overduePercent() {
    return outstanding() == 0
        ? null
        : BigDecimal.valueOf(of(LoanMeasure.OVERDUE))
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(outstanding()), 2, RoundingMode.HALF_UP);
  }

  private Movement movement() {
    long takenOver = of(LoanMeasure.TAKEN_OVER);
    long disbursed = of(LoanMeasure.DISBURSED);
    long repaid = of(LoanMeasure.REPAID);
    long writtenOff = of(LoanMeasure.WRITTEN_OFF);
    long restated = of(LoanMeasure.RESTATED);
    long explained = opening + takenOver + disbursed - repaid - writtenOff + restated;
    long closing = outstanding();
    return new Movement(
        opening, takenOver, disbursed, repaid, writtenOff, restated, closing - explained, closing);
  }
}
