package vn.sen.chassis.access;

import vn.sen.chassis.domain.RuleViolation;

/** The unit is not one that the caller may see or change. */
public final class OutOfScope extends RuleViolation {

  /**
   * @param pointer of the field that names the unit; "" where the record itself belongs to it
   */
  public OutOfScope(String pointer) {
    super(pointer);
  }

  @Override
  public int status() {
    return 403;
  }
}
