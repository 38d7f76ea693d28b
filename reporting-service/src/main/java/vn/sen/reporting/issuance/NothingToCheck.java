package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** Neither a number nor a document was given. */
public final class NothingToCheck extends RuleViolation {

  public NothingToCheck() {
    super("?number");
  }

  @Override
  public int status() {
    return 400;
  }
}
