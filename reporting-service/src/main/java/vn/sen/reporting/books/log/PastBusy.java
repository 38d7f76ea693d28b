package vn.sen.reporting.books.log;

import vn.sen.chassis.domain.RuleViolation;

/** Other days of the past are folded first. */
public final class PastBusy extends RuleViolation {

  PastBusy() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
