package vn.sen.acceptance.faults;

import java.util.List;
import java.util.UUID;

/**
 * The units and households that one seed has to itself.
 *
 * @param branches where the members of the load belong
 * @param probe the branch where it is looked whether figures are fresh
 * @param injected the branch of events that no service has written
 */
record Territory(
    UUID commune, List<UUID> branches, UUID probe, UUID injected, List<UUID> households) {

  Territory {
    branches = List.copyOf(branches);
    households = List.copyOf(households);
  }
}
