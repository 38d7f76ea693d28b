package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** No report was issued under this number. */
public final class NotIssued extends RuleViolation {

  public NotIssued(String pointer) {
    super(pointer);
  }

  @Override
  public int status() {
    return 404;
  }
}
