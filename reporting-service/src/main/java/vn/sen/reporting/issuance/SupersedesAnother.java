package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** A report takes the place only of one of the same kind about the same unit. */
public final class SupersedesAnother extends RuleViolation {

  SupersedesAnother() {
    super("/supersedes");
  }
}
