package vn.sen.reporting.reading;

import vn.sen.chassis.domain.RuleViolation;

/** No unit has or ever had this code or id. */
public final class UnitUnknown extends RuleViolation {

  UnitUnknown() {
    super("?unit");
  }

  @Override
  public int status() {
    return 404;
  }
}
