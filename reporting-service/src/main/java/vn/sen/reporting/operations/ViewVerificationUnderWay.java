package vn.sen.reporting.operations;

import vn.sen.chassis.domain.RuleViolation;

/** This instance verifies a view already; one at a time is enough work. */
public final class ViewVerificationUnderWay extends RuleViolation {

  public ViewVerificationUnderWay() {
    super("");
  }

  @Override
  public int status() {
    return 409;
  }
}
