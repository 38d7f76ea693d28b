package vn.sen.acceptance.faults;

import java.util.List;
import java.util.UUID;

/**
 * The units and households that one seed has to itself.
 *
 * @param branches where the members of the load belong
 * @param probe the branch where it is looked whether figures are fresh
 * @param injected the branch of events that no service has written
 * @param imported the branch of those who come with a file
 * @param importedCode its code
 */
record Territory(
    UUID commune,
    List<UUID> branches,
    UUID probe,
    UUID injected,
    UUID imported,
    String importedCode,
    List<UUID> households) {

  Territory {
    branches = List.copyOf(branches);
    households = List.copyOf(households);
  }
}
