package vn.sen.reporting.operations;

import vn.sen.chassis.domain.RuleViolation;

/** The broker does not answer. */
public final class LogAway extends RuleViolation {

  public LogAway(Throwable cause) {
    super("");
    initCause(cause);
  }

  @Override
  public int status() {
    return 503;
  }
}
