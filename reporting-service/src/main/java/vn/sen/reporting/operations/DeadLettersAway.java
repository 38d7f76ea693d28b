package vn.sen.reporting.operations;

import vn.sen.chassis.domain.RuleViolation;

/** The broker that has the dead letters does not answer. */
public final class DeadLettersAway extends RuleViolation {

  public DeadLettersAway(Throwable cause) {
    super("");
    initCause(cause);
  }

  @Override
  public int status() {
    return 503;
  }
}
