package vn.sen.reporting.lending;

import vn.sen.chassis.domain.RuleViolation;

/** No programme has this code or id. */
public final class ProgrammeUnknown extends RuleViolation {

  ProgrammeUnknown() {
    super("?programme");
  }

  @Override
  public int status() {
    return 404;
  }
}
