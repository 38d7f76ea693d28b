package vn.sen.reporting.training;

import vn.sen.chassis.domain.RuleViolation;

/** No theme of training has this code or id. */
public final class ThemeUnknown extends RuleViolation {

  ThemeUnknown() {
    super("?theme");
  }

  @Override
  public int status() {
    return 404;
  }
}
