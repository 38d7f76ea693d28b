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

  /**
   * Makes sure that a code which the map does not have is unknown, and not that of a unit which was
   * just set up elsewhere. Only who names that unit waits for it.
   *
   * @throws vn.sen.chassis.org.MapLoading if a unit of that code is still under way (503)
   */
  void requireNotUnderWay(String code);

  /**
   * The unit over its whole life; a unit that was just set up elsewhere may not be on the map yet,
   * but is found here.
   */
  Optional<OrgUnit> unit(UUID id);

  /** Whether the unit is known and exists on the day. */
  default boolean existsOn(UUID id, LocalDate day) {
    return unit(id).filter(u -> u.existsOn(day)).isPresent();
  }

  /**
   * The unit that decides on admissions to a branch or team on a day: the commune above it, or what
   * stands in its place above a branch without a territory. Empty where a split leaves it open.
   */
  default Optional<UUID> admittingUnit(UUID branch, LocalDate day) {
    var placement = map().place(branch, List.of(), day);
    return placement.remainder()
        ? Optional.empty()
        : placement.path().stream()
            .filter(
                above ->
                    unit(above).filter(u -> u.level().compareTo(UnitLevel.BRANCH) < 0).isPresent())
            .findFirst();
  }
}
