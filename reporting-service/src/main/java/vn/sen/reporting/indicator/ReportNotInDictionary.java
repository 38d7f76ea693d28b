package vn.sen.reporting.indicator;

import vn.sen.chassis.domain.RuleViolation;

/** The dictionary has no report of this name. */
public final class ReportNotInDictionary extends RuleViolation {

  /**
   * @param known the ids to choose from
   */
  ReportNotInDictionary(String report, String known) {
    super("?report", report, known);
  }

  @Override
  public int status() {
    return 404;
  }
}
