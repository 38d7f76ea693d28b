package vn.sen.reporting.province.web;

import vn.sen.chassis.domain.RuleViolation;

/** The general definition comes with the platform: nobody sets it. */
final class DefinitionOfPlatform extends RuleViolation {

  DefinitionOfPlatform() {
    super("");
  }

  @Override
  public int status() {
    return 409;
  }
}
