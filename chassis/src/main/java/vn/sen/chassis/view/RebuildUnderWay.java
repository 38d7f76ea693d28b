package vn.sen.chassis.view;

import vn.sen.chassis.domain.RuleViolation;

/** A view has one generation beside the one in service at most. */
public final class RebuildUnderWay extends RuleViolation {

  private static final long serialVersionUID = 1L;

  /**
   * @param view that is being rebuilt, or can still be rolled back
   */
  RebuildUnderWay(String view) {
    super("", view);
  }

  @Override
  public int status() {
    return 409;
  }
}
