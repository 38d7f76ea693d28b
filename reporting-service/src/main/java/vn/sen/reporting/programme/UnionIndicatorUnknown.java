package vn.sen.reporting.programme;

import vn.sen.chassis.domain.RuleViolation;

/** The report has no such programme of the Union, or this has no such indicator. */
public final class UnionIndicatorUnknown extends RuleViolation {

  UnionIndicatorUnknown() {
    super("?byIndicator");
  }

  @Override
  public int status() {
    return 404;
  }
}
