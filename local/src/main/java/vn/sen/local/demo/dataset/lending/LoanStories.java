package vn.sen.local.demo.dataset.lending;

import java.time.LocalDate;
import java.util.Random;

/** What can happen to a loan in a year; each story is told of a loan that has none yet. */
final class LoanStories {

  private static final long STEP = 100_000;
  private static final long INTEREST_STEP = 1_000;
  private static final int MOST_REPAYMENTS = 3;
  private static final int YEARS_FROZEN = 2;
  private static final long LEAST_REST = 2_000_000;
  private static final int KINDS_OF_REST = 300;

  private final LocalDate statementDate;
  private final TransactionDays days;
  private final Random random;

  LoanStories(LocalDate statementDate, TransactionDays days, Random random) {
    this.statementDate = statementDate;
    this.days = days;
    this.random = random;
  }

  /** Some of the principal, on some days. */
  void repaying(LoanDraft loan) {
    days.some(loan.commune, 1 + random.nextInt(MOST_REPAYMENTS))
        .forEach(day -> loan.repay(day, day, repayment(loan)));
  }

  /** A loan of the year: the rest of it is paid out later, or some is paid back already. */
  void afterOpening(LoanDraft loan) {
    var day = days.late(loan.commune);
    switch (random.nextInt(5)) {
      case 0 -> loan.payOutFurther(day, part(loan));
      case 1 -> loan.repay(day, day, repayment(loan));
      default -> {
        // nothing more yet
      }
    }
  }

  void payingInterest(LoanDraft loan) {
    days.some(loan.commune, 1 + random.nextInt(MOST_REPAYMENTS))
        .forEach(day -> loan.payInterest(day, interestOfAMonth(loan)));
  }

  void interestWaived(LoanDraft loan) {
    loan.waiveInterest(days.late(loan.commune), interestOfAMonth(loan));
  }

  void overdue(LoanDraft loan) {
    loan.moveToOverdue(days.late(loan.commune), part(loan));
  }

  void overdueAndBack(LoanDraft loan) {
    var amount = part(loan);
    loan.moveToOverdue(days.early(loan.commune), amount);
    loan.returnToTerm(days.late(loan.commune), amount);
  }

  void frozen(LoanDraft loan) {
    var day = days.late(loan.commune);
    loan.freeze(day, day.plusYears(YEARS_FROZEN));
  }

  void thawed(LoanDraft loan) {
    loan.thaw(days.late(loan.commune));
  }

  void extended(LoanDraft loan) {
    var day = days.late(loan.commune);
    loan.extend(day, day.plusDays(1L + random.nextInt(30)));
  }

  void replaced(LoanDraft loan, Home former) {
    loan.inherit(days.late(loan.commune), former);
  }

  void regrouped(LoanDraft loan, String former) {
    loan.regroup(days.late(loan.commune), former);
  }

  /** Twice as much was posted as was paid. */
  void corrected(LoanDraft loan) {
    var amount = repayment(loan);
    loan.repayCorrected(
        days.early(loan.commune),
        days.late(loan.commune),
        Math.min(2 * amount, ofEnd(loan)),
        amount);
  }

  /** It was somebody else's payment. */
  void reversed(LoanDraft loan) {
    loan.repayReversed(days.early(loan.commune), days.late(loan.commune), repayment(loan));
  }

  /** The first of three repayments is told after the others. */
  void outOfOrder(LoanDraft loan) {
    var repaid = days.some(loan.commune, MOST_REPAYMENTS);
    loan.repay(repaid.getFirst(), statementDate, repayment(loan));
    repaid.stream().skip(1).forEach(day -> loan.repay(day, day, repayment(loan)));
  }

  /**
   * The last repayment is told when the statement is written already.
   *
   * @return its amount
   */
  long late(LoanDraft loan) {
    var amount = repayment(loan);
    loan.repay(days.last(loan.commune), statementDate, amount);
    return amount;
  }

  void settled(LoanDraft loan) {
    var rest = rest();
    if (random.nextInt(3) > 0) {
      var day = days.early(loan.commune);
      loan.repay(day, day, rest);
    }
    loan.settle(days.late(loan.commune), rest);
  }

  void writtenOff(LoanDraft loan) {
    loan.writeOff(days.early(loan.commune), days.late(loan.commune), rest());
  }

  /** At least a tenth and less than a half. */
  long part(LoanDraft loan) {
    return Math.max(STEP, ofEnd(loan) * (1 + random.nextInt(4)) / 10 / STEP * STEP);
  }

  /** A few hundredths. */
  private long repayment(LoanDraft loan) {
    return Math.max(STEP, ofEnd(loan) * (1 + random.nextInt(5)) / 100 / STEP * STEP);
  }

  private long interestOfAMonth(LoanDraft loan) {
    var yearly = loan.programme.ratePercent().doubleValue() / 100;
    return Math.max(
        INTEREST_STEP, (long) (ofEnd(loan) * yearly / 12) / INTEREST_STEP * INTEREST_STEP);
  }

  private long rest() {
    return LEAST_REST + random.nextInt(KINDS_OF_REST) * STEP;
  }

  private static long ofEnd(LoanDraft loan) {
    return loan.end().outstanding();
  }
}
