package vn.sen.reporting.province;

import vn.sen.chassis.domain.RuleViolation;

/** A text or a chart speaks of a figure that no line of the report brings. */
public final class FigureNotInReport extends RuleViolation {

  FigureNotInReport(String pointer, String key) {
    super(pointer, key);
  }
}
