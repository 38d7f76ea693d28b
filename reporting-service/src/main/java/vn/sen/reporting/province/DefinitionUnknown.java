package vn.sen.reporting.province;

import vn.sen.chassis.domain.RuleViolation;

/** No report definition has this code, or it has no such version. */
public final class DefinitionUnknown extends RuleViolation {

  public DefinitionUnknown(String pointer, String code) {
    super(pointer, code);
  }

  @Override
  public int status() {
    return 404;
  }
}
