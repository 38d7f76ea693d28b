package vn.sen.reporting.reading.web;

import vn.sen.chassis.domain.RuleViolation;

/** The figures have not been loaded since the start. */
public final class ViewLoading extends RuleViolation {

  public ViewLoading() {
    super("");
  }

  @Override
  public int status() {
    return 503;
  }
}
