package vn.sen.membership.orgunit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.events.membership.UnitLevel;

/** What a decision may ask about org units. */
public interface Units {

  /** All units known now. */
  OrgMap map();

  /** The unit over its whole life; a unit that was just set up elsewhere may not be on the map yet, but is found here. */
  Optional<OrgUnit> unit(UUID id);

  /** Whether the unit is known and exists on the day. */
  default boolean existsOn(UUID id, LocalDate day) {
    return unit(id).filter(u -> u.existsOn(day)).isPresent();
  }

  /** The commune that a unit stands under on a day, or is itself; empty where there is none or a split leaves it open. */
  default Optional<UUID> communeOf(UUID id, LocalDate day) {
    var placement = map().place(id, List.of(), day);
    if (placement.remainder()) {
      return Optional.empty();
    }
    return placement.path().stream()
        .filter(step -> unit(step).filter(u -> u.level() == UnitLevel.COMMUNE).isPresent())
        .findFirst();
  }
}
