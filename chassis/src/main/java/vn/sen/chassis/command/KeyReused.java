package vn.sen.chassis.command;

import vn.sen.chassis.domain.RuleViolation;

/** An idempotency key that was used for another body. */
public final class KeyReused extends RuleViolation {

  public KeyReused() {
    super("");
  }

  @Override
  public int status() {
    return 422;
  }
}
