package vn.sen.chassis.command;

import vn.sen.chassis.domain.RuleViolation;

/** The aggregate has changed since the client read it. */
public final class StaleVersion extends RuleViolation {

  public StaleVersion() {
    super("");
  }

  @Override
  public int status() {
    return 412;
  }
}
