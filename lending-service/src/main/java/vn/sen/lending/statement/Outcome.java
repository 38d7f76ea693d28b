package vn.sen.lending.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.loan.Balances;

/** What comparing a line with the platform's loan comes to. */
sealed interface Outcome {

  /** They agree to the đồng. */
  record Equal() implements Outcome {}

  /**
   * They do not.
   *
   * @param since the first day from which they can differ, where it can be told
   * @param amount stated minus known, in đồng; 0 where principal only stands elsewhere
   */
  record Different(DifferenceCause cause, @Nullable LocalDate since, long amount)
      implements Outcome {}

  /** Below it one of the two has rounded, in đồng. */
  long ROUNDING = 1_000;

  /**
   * Compares a line. It has one cause: principal comes before what stands beside it, and interest
   * in arrears last, because it is the bank's alone and differs anew with every statement (the
   * platform is told what is paid, not what falls due).
   *
   * @param sameBorrower whether the line names the household that the platform knows
   * @param sameTerms whether it states the day, group and commune that the platform knows
   * @param known null where the platform does not know the loan
   */
  static Outcome of(
      StatementLine line, boolean sameBorrower, boolean sameTerms, @Nullable KnownLoan known) {
    var stated = line.owed();
    if (known == null) {
      return new Different(DifferenceCause.UNKNOWN_LOAN, null, stated.outstanding());
    }
    var here = known.balances();
    long amount = stated.outstanding() - here.outstanding();
    if (known.closed() && stated.outstanding() > 0) {
      return new Different(DifferenceCause.CLOSED_HERE, known.lastPosting(), amount);
    }
    if (!sameBorrower) {
      return new Different(DifferenceCause.OTHER_HOUSEHOLD, null, amount);
    }
    if (samePrincipal(stated, here)) {
      // of a loan that is over nothing else is followed
      return known.closed() ? new Equal() : besidePrincipal(line, sameTerms, known);
    }
    var late = known.lateSince(stated);
    if (late.isPresent()) {
      return new Different(DifferenceCause.LATE, late.get(), amount);
    }
    var cause =
        isRounding(stated, here) ? DifferenceCause.ROUNDING : DifferenceCause.MISSING_UPDATE;
    return new Different(cause, known.lastPosting(), amount);
  }

  private static Outcome besidePrincipal(StatementLine line, boolean sameTerms, KnownLoan known) {
    var stated = line.owed();
    if (!samePoint(line, known)) {
      return new Different(DifferenceCause.OTHER_POINT, null, 0);
    }
    if (!sameTerms) {
      return new Different(DifferenceCause.OTHER_TERMS, null, 0);
    }
    if (stated.interestArrears() == known.balances().interestArrears()) {
      return new Equal();
    }
    return known
        .lateSince(stated)
        .map(since -> new Different(DifferenceCause.LATE, since, 0))
        .orElseGet(() -> new Different(DifferenceCause.INTEREST, known.lastPosting(), 0));
  }

  /** A statement that names no transaction point says nothing of it. */
  private static boolean samePoint(StatementLine line, KnownLoan known) {
    return line.point() == null || line.point().equals(known.point());
  }

  /** Whether the same principal is owed, standing in the same places. */
  static boolean samePrincipal(Balances a, Balances b) {
    return a.inTerm() == b.inTerm() && a.overdue() == b.overdue() && a.frozen() == b.frozen();
  }

  private static boolean isRounding(Balances a, Balances b) {
    return Math.abs(a.inTerm() - b.inTerm()) < ROUNDING
        && Math.abs(a.overdue() - b.overdue()) < ROUNDING
        && Math.abs(a.frozen() - b.frozen()) < ROUNDING;
  }
}
