package vn.sen.identity.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgUnit;

/**
 * The lives of units as this service knows them. A unit it has not heard of has no known end: its
 * services judge what an appointment there is worth.
 */
@Component
class UnitLivesFromEvents implements UnitLives {

  private final OrgFollower units;

  UnitLivesFromEvents(OrgFollower units) {
    this.units = units;
  }

  @Override
  public Optional<LocalDate> endOf(UUID unit) {
    return units.map().unit(unit).map(OrgUnit::validTo);
  }
}
