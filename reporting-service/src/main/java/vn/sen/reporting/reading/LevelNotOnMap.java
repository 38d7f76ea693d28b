package vn.sen.reporting.reading;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.events.membership.UnitLevel;

/** The unit has nothing at this level on the hierarchy's date: no districts since 1 July 2025. */
public final class LevelNotOnMap extends RuleViolation {

  LevelNotOnMap(UnitLevel level, LocalDate hierarchy) {
    super("?level", level.name(), hierarchy.toString());
  }
}
