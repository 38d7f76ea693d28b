package vn.sen.reporting.books.log;

import vn.sen.chassis.domain.RuleViolation;

/** The broker that holds the log does not answer. */
public final class LogAway extends RuleViolation {

  LogAway(Exception cause) {
    super("");
    initCause(cause);
  }

  @Override
  public int status() {
    return 503;
  }
}
