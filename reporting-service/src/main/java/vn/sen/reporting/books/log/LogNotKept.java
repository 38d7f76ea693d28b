package vn.sen.reporting.books.log;

import vn.sen.chassis.domain.RuleViolation;

/** The log does not hold any more what was known then, or is another one. */
public final class LogNotKept extends RuleViolation {

  LogNotKept(Exception cause) {
    super("?knownAt");
    initCause(cause);
  }

  @Override
  public int status() {
    return 410;
  }
}
