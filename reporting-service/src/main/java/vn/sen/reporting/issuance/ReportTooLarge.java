package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The report does not fit into one document; fewer rows do. */
public final class ReportTooLarge extends RuleViolation {

  public ReportTooLarge() {
    super(Parameters.pointer("level"));
  }
}
