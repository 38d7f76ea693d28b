package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** A report cannot be made without this parameter. */
public final class ParameterMissing extends RuleViolation {

  ParameterMissing(String pointer, String name) {
    super(pointer, name);
  }
}
