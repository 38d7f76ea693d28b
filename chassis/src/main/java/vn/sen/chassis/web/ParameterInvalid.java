package vn.sen.chassis.web;

import vn.sen.chassis.domain.RuleViolation;

/** A query parameter that cannot be used; expected says what can. */
public final class ParameterInvalid extends RuleViolation {

  public ParameterInvalid(String parameter, String expected) {
    super("", parameter, expected);
  }

  @Override
  public int status() {
    return 400;
  }
}
