package vn.sen.reporting.reading;

import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.UnitLevel;

/** Rows are asked for at a level above the unit. */
public final class LevelNotBelowUnit extends RuleViolation {

  LevelNotBelowUnit(UnitLevel level, UnitLevel unitLevel) {
    super("?level", level.name(), unitLevel.name());
  }
}
