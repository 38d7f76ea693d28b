package vn.sen.reporting.explanation.log;

import vn.sen.chassis.domain.RuleViolation;

/** The events cannot be read from the log at the moment. */
public final class LogNotReadable extends RuleViolation {

  LogNotReadable(Throwable cause) {
    super("");
    initCause(cause);
  }

  @Override
  public int status() {
    return 503;
  }
}
