package vn.sen.membership.orgunit;

import java.util.Optional;
import java.util.UUID;
import vn.sen.chassis.org.OrgUnit;

/**
 * Units that redrawings have set up, by the database; asked for while the event is still under way
 * to the map.
 */
@FunctionalInterface
public interface RedrawnUnits {

  /** The unit as its redrawing set it up; empty if none did. */
  Optional<OrgUnit> find(UUID id);
}
