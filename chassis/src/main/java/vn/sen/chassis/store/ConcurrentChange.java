package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/** Others change the aggregate so often that the command found no gap. */
public final class ConcurrentChange extends RuleViolation {

  public ConcurrentChange() {
    super("");
  }

  @Override
  public int status() {
    return 409;
  }

  @Override
  public boolean passes() {
    return true;
  }
}
