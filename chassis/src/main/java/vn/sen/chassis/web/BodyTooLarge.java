package vn.sen.chassis.web;

import vn.sen.chassis.domain.RuleViolation;

/** A body over the limit; limit in bytes. */
public final class BodyTooLarge extends RuleViolation {

  public BodyTooLarge(long limit) {
    super("", limit);
  }

  @Override
  public int status() {
    return 413;
  }
}
