package vn.sen.chassis.org;

import vn.sen.chassis.domain.RuleViolation;

/** The org units have not been read to their end since the start. */
public final class MapLoading extends RuleViolation {

  MapLoading() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
