package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.Extent;

/**
 * Where a branch, or one of its members, stands on the map of a day: worked out apart from the
 * services.
 */
final class MapWalk {

  private final Map<UnitKey, UnitFact> units = new HashMap<>();
  private final Map<UnitKey, List<SuccessionFact>> successions = new HashMap<>();
  private final Map<String, Map<LocalDate, UnitKey>> ofBranches = new HashMap<>();
  private final Map<Integer, Map<LocalDate, UnitKey>> ofMembers = new HashMap<>();

  MapWalk(ProvinceFacts facts, Assignments assignments) {
    facts.units().forEach(u -> units.put(u.key(), u));
    facts
        .successions()
        .forEach(
            s ->
                successions.merge(
                    s.from(),
                    List.of(s),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    assignments
        .branches()
        .forEach(
            a ->
                ofBranches
                    .computeIfAbsent(a.branch().key().code(), k -> new HashMap<>())
                    .put(a.redrawing(), a.successor()));
    assignments
        .members()
        .forEach(
            a ->
                ofMembers
                    .computeIfAbsent(a.person(), k -> new HashMap<>())
                    .put(a.redrawing(), a.successor()));
  }

  /** The commune of the branch on the map of that day; empty where a split has not assigned it. */
  Optional<UnitKey> place(Branch branch, LocalDate hierarchy) {
    return place(branch, null, hierarchy);
  }

  /** The commune of a member of the branch on the map of that day. */
  Optional<UnitKey> place(Branch branch, @Nullable Integer person, LocalDate hierarchy) {
    var at = branch.commune();
    while (true) {
      var unit = units.get(at);
      if (unit == null) {
        throw new IllegalStateException("no unit " + at);
      }
      var end = unit.validTo();
      if (end == null || hierarchy.isBefore(end)) {
        return Optional.of(at);
      }
      var next = follow(branch, person, successions.getOrDefault(at, List.of()));
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
  }

  /** Whether a split assigned her personally. */
  boolean assigned(int person) {
    return ofMembers.containsKey(person);
  }

  private @Nullable UnitKey follow(
      Branch branch, @Nullable Integer person, List<SuccessionFact> parts) {
    if (parts.isEmpty()) {
      return null;
    }
    var first = parts.getFirst();
    if (first.extent() == Extent.FULL) {
      return first.to();
    }
    var own = person == null ? null : ofMembers.getOrDefault(person, Map.of()).get(first.date());
    return own != null
        ? own
        : ofBranches.getOrDefault(branch.key().code(), Map.of()).get(first.date());
  }
}
