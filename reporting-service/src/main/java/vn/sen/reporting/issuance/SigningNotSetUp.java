package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The service has no key to sign with. */
public final class SigningNotSetUp extends RuleViolation {

  public SigningNotSetUp() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
