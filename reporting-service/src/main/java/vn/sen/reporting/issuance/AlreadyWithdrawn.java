package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The report was withdrawn already. */
public final class AlreadyWithdrawn extends RuleViolation {

  AlreadyWithdrawn() {
    super("");
  }

  @Override
  public int status() {
    return 409;
  }
}
