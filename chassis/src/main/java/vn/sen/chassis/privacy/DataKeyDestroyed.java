package vn.sen.chassis.privacy;

import vn.sen.chassis.domain.RuleViolation;

/** The data was encrypted under a key that has been destroyed since: it is erased. */
public final class DataKeyDestroyed extends RuleViolation {

  public DataKeyDestroyed() {
    super("");
  }

  @Override
  public int status() {
    return 410;
  }
}
