package vn.sen.identity.token;

import vn.sen.chassis.domain.RuleViolation;

/** A request without a token that is good here and now. */
final class TokenRequired extends RuleViolation {

  TokenRequired() {
    super("");
  }

  @Override
  public int status() {
    return 401;
  }
}
