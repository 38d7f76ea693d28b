package vn.sen.reporting.reading;

import vn.sen.chassis.domain.RuleViolation;

/** The log that keeps the events cannot be read at the moment. */
public final class LogNotReadable extends RuleViolation {

  public LogNotReadable(Throwable cause) {
    super("");
    initCause(cause);
  }

  @Override
  public int status() {
    return 503;
  }
}
