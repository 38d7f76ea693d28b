package vn.sen.chassis.web;

import vn.sen.chassis.domain.RuleViolation;

/** A page cursor that this service did not give. */
public final class CursorInvalid extends RuleViolation {

  public CursorInvalid() {
    super("");
  }

  @Override
  public int status() {
    return 400;
  }
}
