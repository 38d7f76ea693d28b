package vn.sen.chassis.org;

import vn.sen.chassis.domain.RuleViolation;

/** What was entered about org units has not reached this instance yet. */
public final class MapLoading extends RuleViolation {

  public MapLoading() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
