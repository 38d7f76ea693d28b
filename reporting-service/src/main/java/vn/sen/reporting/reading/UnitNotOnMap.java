package vn.sen.reporting.reading;

import java.time.LocalDate;
import vn.sen.chassis.domain.RuleViolation;

/**
 * The unit asked for does not exist on the hierarchy's date; the problem says when it did and what
 * to ask for instead.
 */
public final class UnitNotOnMap extends RuleViolation {

  /**
   * @param unit code and name
   * @param validity the days on which it existed
   * @param instead codes and names of the units that hold its territory on the date, "–" if unknown
   */
  UnitNotOnMap(String unit, LocalDate hierarchy, String validity, String instead) {
    super("?unit", unit, hierarchy.toString(), validity, instead);
  }

  @Override
  public int status() {
    return 404;
  }
}
