package vn.sen.reporting.indicator;

import vn.sen.chassis.domain.RuleViolation;

/** The dictionary has no such indicator. */
public final class IndicatorUnknown extends RuleViolation {

  IndicatorUnknown(String id) {
    super("", id);
  }

  @Override
  public int status() {
    return 404;
  }
}
