package vn.sen.reporting.programme;

import vn.sen.chassis.domain.RuleViolation;

/** No programme of the Union has this code. */
public final class UnionProgrammeUnknown extends RuleViolation {

  UnionProgrammeUnknown() {
    super("?programme");
  }

  @Override
  public int status() {
    return 404;
  }
}
