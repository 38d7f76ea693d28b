package vn.sen.reporting.indicator;

import vn.sen.chassis.domain.RuleViolation;

/** The dictionary has no such indicator. */
public final class IndicatorNotInDictionary extends RuleViolation {

  IndicatorNotInDictionary(String id) {
    super("", id);
  }

  @Override
  public int status() {
    return 404;
  }
}
