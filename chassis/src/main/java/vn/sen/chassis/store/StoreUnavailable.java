package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/**
 * The database does not answer; nothing is known to be written, and the command can be sent again.
 */
public final class StoreUnavailable extends RuleViolation {

  public StoreUnavailable() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
