package vn.sen.acceptance.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

/** Compares the store with what was acknowledged. */
final class StoreCheck {

  private static final int SHOWN = 3;

  /**
   * A document of the store.
   *
   * @param pending events in its outbox
   * @param history the versions its history names, in their order
   */
  record Stored(long version, int pending, List<Long> history) {}

  private StoreCheck() {}

  /**
   * Checks aggregates.
   *
   * @param stored all that belong to the units looked at
   * @param expected the acknowledged version of each aggregate
   */
  static List<Finding> aggregates(Map<UUID, Stored> stored, Map<UUID, Long> expected) {
    var findings = new ArrayList<Finding>();
    expected.forEach(
        (id, version) -> {
          var found = stored.get(id);
          if (found == null) {
            findings.add(Finding.lost("store: no aggregate " + id));
          } else {
            compare(findings, id, found, version);
          }
        });
    stored.keySet().stream()
        .filter(id -> !expected.containsKey(id))
        .forEach(id -> findings.add(Finding.doubled("store: nobody was told of aggregate " + id)));
    return findings;
  }

  private static void compare(List<Finding> findings, UUID id, Stored found, long version) {
    if (found.version() != version) {
      var text =
          "store: %s has version %d, acknowledged %d".formatted(id, found.version(), version);
      findings.add(found.version() < version ? Finding.lost(text) : Finding.doubled(text));
    }
    var wanted = LongStream.rangeClosed(1, found.version()).boxed().toList();
    if (!found.history().equals(wanted)) {
      var text = "store: %s has the history %s".formatted(id, found.history());
      findings.add(
          found.history().size() > wanted.size() ? Finding.doubled(text) : Finding.lost(text));
    }
    if (found.pending() > 0) {
      findings.add(Finding.lost("store: %s still holds %d events".formatted(id, found.pending())));
    }
  }

  /** Checks which members a household has. */
  static List<Finding> household(UUID household, Set<UUID> stored, Set<UUID> expected) {
    var findings = new ArrayList<Finding>();
    var missing = new TreeSet<>(expected);
    missing.removeAll(stored);
    if (!missing.isEmpty()) {
      findings.add(Finding.lost("household %s lacks %s".formatted(household, some(missing))));
    }
    var tooMany = new TreeSet<>(stored);
    tooMany.removeAll(expected);
    if (!tooMany.isEmpty()) {
      findings.add(
          Finding.doubled("household %s still has %s".formatted(household, some(tooMany))));
    }
    return findings;
  }

  /** The first few, and how many there are. */
  private static String some(Set<UUID> members) {
    return members.size() + " members, " + members.stream().limit(SHOWN).toList();
  }
}
