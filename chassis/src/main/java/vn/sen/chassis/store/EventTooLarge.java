package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/** The command would make an event larger than a topic takes. */
public final class EventTooLarge extends RuleViolation {

  public EventTooLarge() {
    super("");
  }

  @Override
  public int status() {
    return 413;
  }
}
