package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** Figures of a day that is still to come cannot be stood behind. */
public final class DayNotOver extends RuleViolation {

  public DayNotOver(String today) {
    super(Parameters.pointer("asOf"), today);
  }
}
