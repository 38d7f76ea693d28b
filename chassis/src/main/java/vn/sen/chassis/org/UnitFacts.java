package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sen.events.membership.OrgUnitEvent;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitAssigned;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitClosed;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitCreated;
import vn.sen.events.membership.OrgUnitEvent.OrgUnitRenamed;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitStated;
import vn.sen.events.membership.OrgUnitEvent.UnitTraitWithdrawn;
import vn.sen.events.membership.OrgUnitEvent.WomenCountProposed;
import vn.sen.events.membership.OrgUnitEvent.WomenCountRejected;
import vn.sen.events.membership.OrgUnitEvent.WomenCountStated;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

/**
 * What is known of one unit so far, from its own events and from redrawings, whichever came first.
 */
final class UnitFacts {

  private @Nullable OrgUnitCreated created;
  private @Nullable OrgUnitCreated redrawn;
  private @Nullable LocalDate closedOn;
  private final TreeMap<LocalDate, OrgUnit.Name> renamings = new TreeMap<>();
  private final Map<TraitKey, OrgUnit.Trait> traits = new LinkedHashMap<>();
  private final Map<UUID, UUID> assignments = new LinkedHashMap<>();
  private final Map<WomenDefinition, TreeMap<LocalDate, WomenCount.Stated>> stated =
      new EnumMap<>(WomenDefinition.class);

  private record TraitKey(UnitTrait trait, LocalDate from) {}

  /** Whether the map is another one now. */
  boolean learn(UUID id, OrgUnitEvent event) {
    switch (event) {
      case WomenCountProposed _, WomenCountRejected _ -> {
        return false;
      }
      case OrgUnitCreated e -> created = e;
      case OrgUnitRenamed e ->
          renamings.put(e.from(), new OrgUnit.Name(e.from(), e.name(), e.kind()));
      case OrgUnitClosed e -> closeOn(e.on());
      case OrgUnitAssigned e -> assignments.put(e.redrawingId(), e.successorId());
      case UnitTraitStated e ->
          traits.put(
              new TraitKey(e.trait(), e.from()),
              new OrgUnit.Trait(e.trait(), e.from(), e.until(), e.source()));
      case UnitTraitWithdrawn e -> traits.remove(new TraitKey(e.trait(), e.from()));
      case WomenCountStated e ->
          stated
              .computeIfAbsent(e.definition(), _ -> new TreeMap<>())
              .put(e.asOf(), new WomenCount.Stated(id, e.count(), e.asOf(), e.source()));
    }
    return true;
  }

  void createdBy(LocalDate effectiveOn, CreatedUnit unit) {
    redrawn =
        new OrgUnitCreated(
            unit.code(),
            unit.name(),
            unit.level(),
            unit.kind(),
            unit.parentId(),
            effectiveOn,
            true);
  }

  void closeOn(LocalDate day) {
    closedOn = OrgFacts.earlier(closedOn, day);
  }

  /** Empty while only other facts about the unit have come. */
  Optional<OrgUnit> unit(UUID id) {
    var from = redrawn == null ? created : redrawn;
    return from == null
        ? Optional.empty()
        : Optional.of(
            new OrgUnit(
                id,
                from.code(),
                from.level(),
                from.parentId(),
                from.validFrom(),
                closedOn,
                from.territorial(),
                names(from),
                List.copyOf(traits.values())));
  }

  private List<OrgUnit.Name> names(OrgUnitCreated from) {
    var names = new ArrayList<OrgUnit.Name>();
    names.add(new OrgUnit.Name(from.validFrom(), from.name(), from.kind()));
    names.addAll(renamings.values());
    return names;
  }

  Collection<UUID> assignments() {
    return assignments.values();
  }

  /** A copy, because snapshots outlive the facts they were made of. */
  Optional<WomenCounts.StatedCounts> stated() {
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    var copy =
        new EnumMap<WomenDefinition, TreeMap<LocalDate, WomenCount.Stated>>(WomenDefinition.class);
    stated.forEach((definition, counts) -> copy.put(definition, new TreeMap<>(counts)));
    return Optional.of(new WomenCounts.StatedCounts(copy));
  }
}
