package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The parameter is no text, no date of the form 2023-12-31, or none of the values there are. */
public final class ParameterUnreadable extends RuleViolation {

  ParameterUnreadable(String pointer, String name) {
    super(pointer, name);
  }
}
