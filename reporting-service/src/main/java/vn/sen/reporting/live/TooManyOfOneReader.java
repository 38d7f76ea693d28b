package vn.sen.reporting.live;

import vn.sen.chassis.domain.RuleViolation;

/** One reader follows as many reports as she may. */
public final class TooManyOfOneReader extends RuleViolation {

  TooManyOfOneReader(int most) {
    super("", Integer.toString(most));
  }

  @Override
  public int status() {
    return 429;
  }
}
