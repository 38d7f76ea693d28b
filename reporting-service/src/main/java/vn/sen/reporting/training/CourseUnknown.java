package vn.sen.reporting.training;

import vn.sen.chassis.domain.RuleViolation;

/** No course has this code or id. */
public final class CourseUnknown extends RuleViolation {

  CourseUnknown() {
    super("?course");
  }

  @Override
  public int status() {
    return 404;
  }
}
