package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitKind;
import vn.sen.events.membership.UnitLevel;

/**
 * A unit as it was on a day.
 *
 * @param parentId the unit directly above on that day; null for a province, and where a split
 *     leaves it open
 * @param validTo the first day without the unit, null while it has none
 * @param version what a change must name in If-Match
 */
record UnitView(
    UUID id,
    String code,
    String name,
    UnitLevel level,
    UnitKind kind,
    @Nullable UUID parentId,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean territorial,
    long version) {

  static UnitView of(OrgUnit unit, LocalDate day, OrgMap map, long version) {
    return new UnitView(
        unit.id(),
        unit.code(),
        unit.nameOn(day),
        unit.level(),
        unit.kindOn(day),
        map.parentOn(unit.id(), day).map(OrgUnit::id).orElse(null),
        unit.validFrom(),
        unit.validTo(),
        unit.territorial(),
        version);
  }
}
