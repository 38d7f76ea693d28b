package vn.sen.reporting.operations;

import vn.sen.chassis.domain.RuleViolation;

/** Somebody has decided about the dead letter already. */
public final class LetterDecided extends RuleViolation {

  /**
   * @param choice what was decided
   */
  public LetterDecided(LetterDecision.Choice choice) {
    super("", choice.name());
  }

  @Override
  public int status() {
    return 409;
  }
}
