package vn.sen.reporting.reading;

import java.time.LocalDate;
import java.util.UUID;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/** A unit in a report, as it was called on the hierarchy's date. */
public record Unit(UUID id, String code, String name, UnitLevel level, UnitKind kind) {

  /** What the unit is called on a day. */
  public static Unit of(OrgUnit unit, LocalDate day) {
    return new Unit(unit.id(), unit.code(), unit.nameOn(day), unit.level(), unit.kindOn(day));
  }
}
