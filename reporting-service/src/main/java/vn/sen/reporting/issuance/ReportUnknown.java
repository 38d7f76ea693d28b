package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** There is no report of this name that can be issued. */
public final class ReportUnknown extends RuleViolation {

  ReportUnknown(String known) {
    super("/report", known);
  }
}
