package vn.sen.reporting.training;

import vn.sen.chassis.domain.RuleViolation;

/** No title has this code or id. */
public final class TitleUnknown extends RuleViolation {

  TitleUnknown() {
    super("?title");
  }

  @Override
  public int status() {
    return 404;
  }
}
