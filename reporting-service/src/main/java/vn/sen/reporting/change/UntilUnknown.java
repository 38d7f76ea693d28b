package vn.sen.reporting.change;

import vn.sen.chassis.domain.RuleViolation;

/** The list cannot go on from a moment that is not one of this log and this report. */
public final class UntilUnknown extends RuleViolation {

  UntilUnknown() {
    super("?cursor");
  }

  @Override
  public int status() {
    return 400;
  }
}
