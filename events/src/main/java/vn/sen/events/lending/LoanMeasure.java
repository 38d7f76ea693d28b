package vn.sen.events.lending;

/**
 * What a step of a loan adds to, in đồng. Stocks are balances that stand until they change; flows
 * add up over a period and explain how the stocks of principal moved.
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
  INTEREST_WAIVED;

  /** Whether it is a balance of principal: what is outstanding. */
  public boolean isPrincipal() {
    return this == IN_TERM || this == OVERDUE || this == FROZEN;
  }
}
