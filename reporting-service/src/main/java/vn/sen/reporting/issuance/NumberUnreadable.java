package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** No report ever bears such a number. */
public final class NumberUnreadable extends RuleViolation {

  /**
   * @param pointer of the field, {@code ?number} for a parameter
   */
  public NumberUnreadable(String pointer) {
    super(pointer);
  }

  @Override
  public int status() {
    return 400;
  }
}
