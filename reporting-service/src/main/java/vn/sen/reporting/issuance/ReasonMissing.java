package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** Whoever puts another report in the place of one has to say why. */
public final class ReasonMissing extends RuleViolation {

  public ReasonMissing() {
    super("/reason");
  }
}
