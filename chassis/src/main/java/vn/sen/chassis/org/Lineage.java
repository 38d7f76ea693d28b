package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;

/**
 * Which unit came from which, by the redrawings, and which successor of a split a unit was assigned
 * to.
 */
final class Lineage {

  /** One succession of a redrawing. */
  record Link(UUID redrawing, LocalDate on, UUID from, UUID to, Extent extent) {}

  private final Map<UUID, List<Link>> out = new HashMap<>();
  private final Map<UUID, List<Link>> in = new HashMap<>();
  private final Map<UUID, List<UUID>> assignments = new HashMap<>();
  private final List<Split> splits;

  Lineage(Map<UUID, MapRedrawn> redrawings, Map<UUID, ? extends Collection<UUID>> assigned) {
    redrawings.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<UUID, MapRedrawn> e) -> e.getValue().effectiveOn())
                .thenComparing(Map.Entry::getKey))
        .forEach(e -> link(e.getKey(), e.getValue()));
    assigned.forEach((unit, successors) -> assignments.put(unit, List.copyOf(successors)));
    splits =
        out.values().stream()
            .filter(links -> links.size() > 1)
            .map(Lineage::split)
            .sorted(Comparator.comparing(Split::on).thenComparing(Split::unit))
            .toList();
  }

  private static Split split(List<Link> links) {
    var any = links.getFirst();
    var successors = links.stream().map(Link::to).collect(Collectors.toSet());
    return new Split(any.redrawing(), any.on(), any.from(), successors);
  }

  private void link(UUID redrawing, MapRedrawn map) {
    for (var s : map.successions()) {
      var link = new Link(redrawing, map.effectiveOn(), s.from(), s.to(), s.extent());
      var earlier = out.computeIfAbsent(s.from(), _ -> new ArrayList<>());
      // a unit ends once: the first redrawing that ends it is the one that counts
      if (earlier.isEmpty() || earlier.getFirst().redrawing().equals(redrawing)) {
        earlier.add(link);
        in.computeIfAbsent(s.to(), _ -> new ArrayList<>()).add(link);
      }
    }
  }

  /** What the unit went into; empty while it exists and where it ended without successors. */
  List<Link> successors(UUID unit) {
    return out.getOrDefault(unit, List.of());
  }

  /** The units that went into more than one, the earliest split first. */
  List<Split> splits() {
    return splits;
  }

  /** What the unit was made of; empty where it was set up anew. */
  List<Link> predecessors(UUID unit) {
    return in.getOrDefault(unit, List.of());
  }

  /** The successors the unit itself was assigned to, at most one for each redrawing. */
  List<UUID> assignments(UUID unit) {
    return assignments.getOrDefault(unit, List.of());
  }
}
