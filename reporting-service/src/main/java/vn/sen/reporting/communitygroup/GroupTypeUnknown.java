package vn.sen.reporting.communitygroup;

import vn.sen.chassis.domain.RuleViolation;

/** No type of community groups has this code. */
public final class GroupTypeUnknown extends RuleViolation {

  GroupTypeUnknown() {
    super("?type");
  }

  @Override
  public int status() {
    return 404;
  }
}
