package vn.sen.reporting.province;

import vn.sen.chassis.domain.RuleViolation;

/** No report shows an indicator of this id. */
public final class IndicatorUnknown extends RuleViolation {

  IndicatorUnknown(String pointer, String indicator) {
    super(pointer, indicator);
  }
}
