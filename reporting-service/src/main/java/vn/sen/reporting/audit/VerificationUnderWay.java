package vn.sen.reporting.audit;

import vn.sen.chassis.domain.RuleViolation;

/** This instance verifies the trail already; one verification at a time is enough work. */
public final class VerificationUnderWay extends RuleViolation {

  public VerificationUnderWay() {
    super("");
  }

  @Override
  public int status() {
    return 409;
  }
}
