package vn.sen.reporting.lending;

import vn.sen.chassis.domain.RuleViolation;

/** Fees are paid for no rank of groups. */
public final class RankNotOfDuties extends RuleViolation {

  RankNotOfDuties() {
    super("?by");
  }
}
