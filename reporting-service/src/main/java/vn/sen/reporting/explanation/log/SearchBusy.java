package vn.sen.reporting.explanation.log;

import vn.sen.chassis.domain.RuleViolation;

/** The events behind other values are searched for first. */
public final class SearchBusy extends RuleViolation {

  SearchBusy() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
