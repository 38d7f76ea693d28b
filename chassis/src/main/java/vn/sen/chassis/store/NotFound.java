package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/** There is nothing under this id. */
public final class NotFound extends RuleViolation {

  public NotFound(Object id) {
    super("", id);
  }

  @Override
  public int status() {
    return 404;
  }
}
