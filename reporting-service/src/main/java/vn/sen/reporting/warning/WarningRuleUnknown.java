package vn.sen.reporting.warning;

import vn.sen.chassis.domain.RuleViolation;

/** There is no such rule. */
public final class WarningRuleUnknown extends RuleViolation {

  /**
   * @param pointer of what names the rule
   * @param known the codes to choose from
   */
  public WarningRuleUnknown(String pointer, String code, String known) {
    super(pointer, code, known);
  }

  @Override
  public int status() {
    return 404;
  }
}
