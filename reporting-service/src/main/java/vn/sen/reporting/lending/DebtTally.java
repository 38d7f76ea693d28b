package vn.sen.reporting.lending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.Debt.Movement;

/** Adds up loans. */
final class DebtTally {

  /** What one loan adds; found once for all tallies that it belongs to. */
  record Share(
      int household,
      long inTerm,
      long overdue,
      long frozen,
      long interestArrears,
      long opening,
      long takenOver,
      long disbursed,
      long repaid,
      long writtenOff,
      long restated) {

    static Share of(LoanPart part, int household, LocalDate from, LocalDate asOf) {
      return new Share(
          household,
          part.total(LoanMeasure.IN_TERM).upTo(asOf),
          part.total(LoanMeasure.OVERDUE).upTo(asOf),
          part.total(LoanMeasure.FROZEN).upTo(asOf),
          part.total(LoanMeasure.INTEREST_ARREARS).upTo(asOf),
          part.outstanding(from.minusDays(1)),
          part.total(LoanMeasure.TAKEN_OVER).within(from, asOf),
          part.total(LoanMeasure.DISBURSED).within(from, asOf),
          part.total(LoanMeasure.REPAID).within(from, asOf),
          part.total(LoanMeasure.WRITTEN_OFF).within(from, asOf),
          part.total(LoanMeasure.RESTATED).within(from, asOf));
    }

    long outstanding() {
      return inTerm + overdue + frozen;
    }

    /** Whether the loan leaves no trace in the figures: settled long ago, or of a later day. */
    boolean isNothing() {
      return (inTerm | overdue | frozen | interestArrears | opening) == 0
          && (takenOver | disbursed | repaid | writtenOff | restated) == 0;
    }
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final HouseholdSet households = new HouseholdSet();
  private long loans;
  private long inTerm;
  private long overdue;
  private long frozen;
  private long interestArrears;
  private long opening;
  private long takenOver;
  private long disbursed;
  private long repaid;
  private long writtenOff;
  private long restated;

  void add(Share share) {
    inTerm += share.inTerm();
    overdue += share.overdue();
    frozen += share.frozen();
    interestArrears += share.interestArrears();
    opening += share.opening();
    takenOver += share.takenOver();
    disbursed += share.disbursed();
    repaid += share.repaid();
    writtenOff += share.writtenOff();
    restated += share.restated();
    if (share.outstanding() > 0) {
      loans++;
      households.add(share.household());
    }
  }

  HouseholdSet households() {
    return households;
  }

  long loans() {
    return loans;
  }

  long outstanding() {
    return inTerm + overdue + frozen;
  }

  Debt debt() {
    return new Debt(
        outstanding(),
        inTerm,
        overdue,
        frozen,
        interestArrears,
        loans,
        households.count(),
        overduePercent(),
        movement());
  }

  private @Nullable BigDecimal overduePercent() {
    return outstanding() == 0
        ? null
        : BigDecimal.valueOf(overdue)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(outstanding()), 2, RoundingMode.HALF_UP);
  }

  private Movement movement() {
    long explained = opening + takenOver + disbursed - repaid - writtenOff + restated;
    return new Movement(
        opening,
        takenOver,
        disbursed,
        repaid,
        writtenOff,
        restated,
        outstanding() - explained,
        outstanding());
  }
}
