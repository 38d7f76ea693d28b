package vn.sen.reporting.explanation;

import vn.sen.chassis.domain.RuleViolation;

/** The figure has no such part in this row. */
public final class PartUnknown extends RuleViolation {

  public PartUnknown() {
    super("?part");
  }

  @Override
  public int status() {
    return 404;
  }
}
