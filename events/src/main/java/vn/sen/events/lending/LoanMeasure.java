package vn.sen.events.lending;

/**
 * What a step of a loan adds to, in đồng; checks of the loan's use are counted. Stocks are balances
 * that stand until they change; flows add up over a period and explain how the stocks of principal
 * moved.
 */
public enum LoanMeasure {
  /** Stock: principal that is owed and not overdue. */
  IN_TERM,
  /** Stock: principal moved to overdue. */
  OVERDUE,
  /** Stock: principal whose interest is stopped for a limited time. */
  FROZEN,
  /** Stock: interest that is due and not paid, as the bank states it. */
  INTEREST_ARREARS,
  /** Flow: principal that a loan brought with it when the platform took it over. */
  TAKEN_OVER,
  /** Flow: principal paid out. */
  DISBURSED,
  /** Flow: principal paid back. */
  REPAID,
  /** Flow: principal the bank has given up. */
  WRITTEN_OFF,
  /** Flow: what a correction after a statement adds to the principal, or takes from it. */
  RESTATED,
  /** Flow: interest paid. */
  INTEREST_COLLECTED,
  /** Flow: interest the bank has waived. */
  INTEREST_WAIVED,
  /** Stock: checks of the use that were not done by their last day, nor since. */
  CHECKS_LATE,
  /** Flow: checks of the use whose last day it is. */
  CHECKS_DUE,
  /** Flow: of these, the checks that were done by then. */
  CHECKS_IN_TIME,
  /** Flow: checks that were late and are done. */
  CHECKS_DONE_LATE,
  /** Flow: checks that were late when nothing was owed any more. */
  CHECKS_LAPSED;

  /** Whether it is a balance of principal: what is outstanding. */
  public boolean isPrincipal() {
    return this == IN_TERM || this == OVERDUE || this == FROZEN;
  }

  /** Whether it is told in đồng; else it counts checks. */
  public boolean isMoney() {
    return ordinal() < CHECKS_LATE.ordinal();
  }
}
