package vn.sen.chassis.access;

import vn.sen.chassis.domain.RuleViolation;

/** Nobody can tell whether the token is valid: its issuer's keys were never seen. */
public final class IssuerAway extends RuleViolation {

  IssuerAway(Exception cause) {
    super("");
    initCause(cause);
  }

  @Override
  public int status() {
    return 503;
  }
}
