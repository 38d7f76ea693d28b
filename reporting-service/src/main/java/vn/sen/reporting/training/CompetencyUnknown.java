package vn.sen.reporting.training;

import vn.sen.chassis.domain.RuleViolation;

/** No course ever gave and no title demands this competency: a share of 0 % would mislead. */
public final class CompetencyUnknown extends RuleViolation {

  CompetencyUnknown() {
    super("?competency");
  }

  @Override
  public int status() {
    return 404;
  }
}
