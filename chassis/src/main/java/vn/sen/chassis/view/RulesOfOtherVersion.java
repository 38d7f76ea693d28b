package vn.sen.chassis.view;

import vn.sen.chassis.domain.RuleViolation;

/** The figures were counted by rules that this version of the service does not have. */
public final class RulesOfOtherVersion extends RuleViolation {

  private static final long serialVersionUID = 1L;

  /**
   * @param counted the version of the rules that the figures were counted by
   * @param known the version of the rules there is
   */
  RulesOfOtherVersion(int counted, int known) {
    super("", counted, known);
  }

  @Override
  public int status() {
    return 409;
  }
}
