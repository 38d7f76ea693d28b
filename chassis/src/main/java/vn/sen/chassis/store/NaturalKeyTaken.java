package vn.sen.chassis.store;

import vn.sen.chassis.domain.RuleViolation;

/** Another aggregate holds this natural key. */
public final class NaturalKeyTaken extends RuleViolation {

  public NaturalKeyTaken(String key) {
    super("/" + key, key);
  }

  @Override
  public int status() {
    return 409;
  }
}
