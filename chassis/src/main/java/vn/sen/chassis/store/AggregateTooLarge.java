package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/** The aggregate's document would pass the database's limit. */
public final class AggregateTooLarge extends RuleViolation {

  public AggregateTooLarge() {
    super("");
  }

  @Override
  public int status() {
    return 413;
  }
}
