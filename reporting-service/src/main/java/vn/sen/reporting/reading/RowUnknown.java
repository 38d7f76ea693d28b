package vn.sen.reporting.reading;

import vn.sen.chassis.domain.RuleViolation;

/** The report has no such row. */
public final class RowUnknown extends RuleViolation {

  public RowUnknown() {
    super("?row");
  }

  @Override
  public int status() {
    return 404;
  }
}
