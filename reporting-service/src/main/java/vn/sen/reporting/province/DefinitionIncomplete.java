package vn.sen.reporting.province;

import vn.sen.chassis.domain.RuleViolation;

/** A definition lacks something that every report needs. */
public final class DefinitionIncomplete extends RuleViolation {

  DefinitionIncomplete(String pointer) {
    super(pointer);
  }
}
