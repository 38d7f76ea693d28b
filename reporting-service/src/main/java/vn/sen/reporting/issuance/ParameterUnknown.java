package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The report knows no such parameter. */
public final class ParameterUnknown extends RuleViolation {

  ParameterUnknown(String pointer, String known) {
    super(pointer, known);
  }
}
