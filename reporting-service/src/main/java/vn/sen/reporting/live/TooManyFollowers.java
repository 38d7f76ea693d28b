package vn.sen.reporting.live;

import vn.sen.chassis.domain.RuleViolation;

/** This instance has as many followers as it can keep up to date. */
public final class TooManyFollowers extends RuleViolation {

  TooManyFollowers(int most) {
    super("", Integer.toString(most));
  }

  @Override
  public int status() {
    return 503;
  }
}
