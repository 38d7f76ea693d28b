package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * One row of units.csv.
 *
 * @param parent null for a province
 * @param validTo the first day on which the unit is gone, null while it lasts
 */
public record UnitFact(
    UnitKey key,
    String name,
    UnitLevel level,
    UnitKind kind,
    @Nullable UnitKey parent,
    @Nullable LocalDate validTo) {

  /** Whether the unit exists on that day. */
  public boolean existsOn(LocalDate day) {
    return !day.isBefore(key.validFrom()) && (validTo == null || day.isBefore(validTo));
  }
}
