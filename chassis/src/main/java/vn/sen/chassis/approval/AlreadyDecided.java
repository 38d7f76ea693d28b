package vn.sen.chassis.approval;

import vn.sen.chassis.domain.RuleViolation;

/** The proposal was approved or rejected before, or there never was one. */
public final class AlreadyDecided extends RuleViolation {

  public AlreadyDecided() {
    super("");
  }

  @Override
  public int status() {
    return 409;
  }
}
