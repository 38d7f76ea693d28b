package vn.sen.reporting.operations;

import vn.sen.chassis.domain.RuleViolation;

/** There is no view of this name. */
public final class ViewUnknown extends RuleViolation {

  /**
   * @param known the names there are, separated by commas
   */
  public ViewUnknown(String known) {
    super("/view", known);
  }
}
