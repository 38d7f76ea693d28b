package vn.sen.reporting.feed;

import vn.sen.chassis.domain.RuleViolation;

/** No report of a unit that a machine may read is at that path. */
public final class FeedReportInvalid extends RuleViolation {

  public FeedReportInvalid() {
    super("/report");
  }
}
