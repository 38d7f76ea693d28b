package vn.sen.chassis.command;

import vn.sen.chassis.domain.RuleViolation;

/** A request header that cannot be read. */
public final class HeaderInvalid extends RuleViolation {

  public HeaderInvalid(String header) {
    super("", header);
  }

  @Override
  public int status() {
    return 400;
  }
}
