package vn.sen.reporting.issuance;

import vn.sen.chassis.domain.RuleViolation;

/** The report is not valid any more: another one has taken its place already. */
public final class AlreadySuperseded extends RuleViolation {

  public AlreadySuperseded(String pointer, String number) {
    super(pointer, number);
  }

  @Override
  public int status() {
    return 409;
  }
}
