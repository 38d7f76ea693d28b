package vn.sen.reporting.change.web;

import vn.sen.chassis.domain.RuleViolation;

/** No report of this name tells what changed. */
public final class ReportWithoutChanges extends RuleViolation {

  ReportWithoutChanges() {
    super("");
  }

  @Override
  public int status() {
    return 404;
  }
}
