package vn.sen.reporting.lending;

import vn.sen.chassis.domain.RuleViolation;

/** No bank has this code or id. */
public final class BankUnknown extends RuleViolation {

  BankUnknown() {
    super("?bank");
  }

  @Override
  public int status() {
    return 404;
  }
}
