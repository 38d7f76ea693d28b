package vn.sen.chassis.view;

import vn.sen.chassis.domain.RuleViolation;

/** What is asked for does not fit how the rebuild stands. */
public final class RebuildStateUnfit extends RuleViolation {

  private static final long serialVersionUID = 1L;

  /**
   * @param state how it stands
   */
  RebuildStateUnfit(Rebuild.State state) {
    super("", state.name());
  }

  @Override
  public int status() {
    return 409;
  }
}
