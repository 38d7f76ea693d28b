package vn.sen.chassis.access;

import vn.sen.chassis.domain.RuleViolation;

/** No token, or one that is not valid (any more). */
public final class SignInNeeded extends RuleViolation {

  public SignInNeeded() {
    super("");
  }

  @Override
  public int status() {
    return 401;
  }
}
