package vn.sen.chassis.command;

import vn.sen.chassis.domain.RuleViolation;

/** A change of an existing aggregate without the version it changes. */
public final class VersionRequired extends RuleViolation {

  public VersionRequired() {
    super("");
  }

  @Override
  public int status() {
    return 428;
  }
}
