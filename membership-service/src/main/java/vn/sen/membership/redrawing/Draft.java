package vn.sen.membership.redrawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.membership.Approval;
import vn.sen.events.membership.Extent;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;
import vn.sen.events.membership.RedrawingEvent.MapRedrawn;
import vn.sen.events.membership.RedrawingEvent.Succession;
import vn.sen.membership.naming.Names;
import vn.sen.membership.orgunit.Founding;
import vn.sen.membership.orgunit.UnitRules;
import vn.sen.membership.orgunit.Units;

/**
 * What a resolution makes of the map, worked out against the map as it was known then.
 *
 * @param unitKeys how the command named the units it sets up, in the order of {@code created}
 */
record Draft(
    String resolution,
    LocalDate effectiveOn,
    List<String> unitKeys,
    List<CreatedUnit> created,
    List<UUID> closed,
    List<Succession> successions) {

  Draft {
    unitKeys = List.copyOf(unitKeys);
    created = List.copyOf(created);
    closed = List.copyOf(closed);
    successions = List.copyOf(successions);
  }

  /**
   * Works a command out.
   *
   * @param map the units as known now
   * @param newIds derives a unit's id from its key, the same at every attempt
   * @throws vn.sen.chassis.domain.RuleViolation what the map does not allow
   */
  static Draft of(RedrawMap command, Units map, Function<String, UUID> newIds) {
    return new Drafting(command, map, newIds).draft();
  }

  /** The natural keys it holds: its units' codes, and that each unit it closes ends only once. */
  Collection<String> keys() {
    return Stream.concat(
            created.stream().map(c -> Founding.key(c.code(), effectiveOn)),
            closed.stream().map(Founding::endKey))
        .toList();
  }

  /** The units it divided and of which the successor got a part. */
  List<Split> splitsInto(UUID successor, UUID redrawing) {
    return successions.stream()
        .filter(s -> s.extent() == Extent.PARTIAL && s.to().equals(successor))
        .map(s -> new Split(redrawing, effectiveOn, s.from(), successorsOf(s.from())))
        .toList();
  }

  private Set<UUID> successorsOf(UUID unit) {
    return successions.stream()
        .filter(s -> s.from().equals(unit))
        .map(Succession::to)
        .collect(Collectors.toSet());
  }

  /** A unit it set up, as it was on its first day. */
  Optional<OrgUnit> unit(UUID unit) {
    return created.stream()
        .filter(c -> c.id().equals(unit))
        .findFirst()
        .map(
            c ->
                new OrgUnit(
                    unit,
                    c.code(),
                    c.level(),
                    c.parentId(),
                    effectiveOn,
                    null,
                    true,
                    List.of(new OrgUnit.Name(effectiveOn, c.name(), c.kind()))));
  }

  MapRedrawn redrawn(Approval approval) {
    return new MapRedrawn(resolution, effectiveOn, created, closed, successions, approval);
  }

  /** All units that stay or end and that it says something about. */
  Set<UUID> concerned() {
    var concerned = new LinkedHashSet<>(closed);
    var own = created.stream().map(CreatedUnit::id).collect(Collectors.toSet());
    created.stream()
        .map(CreatedUnit::parentId)
        .filter(parent -> parent != null && !own.contains(parent))
        .forEach(concerned::add);
    return concerned;
  }

  /** Checks a command part by part while it becomes a draft. */
  private static final class Drafting {
    private final RedrawMap command;
    private final Units map;
    private final LocalDate lastDay;
    private final Map<String, UUID> ids = new LinkedHashMap<>();
    private final Map<String, RedrawMap.NewUnit> byKey = new LinkedHashMap<>();
    private final Set<UUID> ending = new LinkedHashSet<>();

    Drafting(RedrawMap command, Units map, Function<String, UUID> newIds) {
      this.command = command;
      this.map = map;
      this.lastDay = command.effectiveOn().minusDays(1);
      for (int i = 0; i < command.units().size(); i++) {
        var unit = command.units().get(i);
        if (byKey.put(unit.key(), unit) != null) {
          throw new RedrawingRules.UnitKeyTwice("/units/" + i + "/key", unit.key());
        }
        ids.put(unit.key(), newIds.apply(unit.key()));
      }
    }

    Draft draft() {
      var resolution = text(command.resolution(), "/resolution");
      if (command.units().isEmpty() && command.closes().isEmpty()) {
        throw new RedrawingRules.RedrawingWithoutContent();
      }
      for (int i = 0; i < command.closes().size(); i++) {
        end(command.closes().get(i), "/closes/" + i);
      }
      var successions = successions();
      var created = created();
      return new Draft(
          resolution,
          command.effectiveOn(),
          List.copyOf(ids.keySet()),
          created,
          List.copyOf(ending),
          successions);
    }

    private OrgUnit end(UUID unit, String pointer) {
      var known =
          map.unit(unit)
              .filter(u -> u.existsOn(lastDay) && u.validTo() == null)
              .orElseThrow(() -> new RedrawingRules.UnitCannotEnd(pointer));
      ending.add(unit);
      return known;
    }

    private List<Succession> successions() {
      var result = new ArrayList<Succession>();
      for (int i = 0; i < command.successions().size(); i++) {
        result.add(succession(command.successions().get(i), "/successions/" + i));
      }
      holdExtents();
      return result;
    }

    private Succession succession(RedrawMap.Succession wanted, String pointer) {
      var from = end(wanted.fromId(), pointer + "/fromId");
      var successor = byKey.get(wanted.toKey());
      if (successor == null) {
        throw new RedrawingRules.UnitKeyUnknown(pointer + "/toKey", wanted.toKey());
      }
      if (successor.level() != from.level()) {
        throw new RedrawingRules.SuccessorOfAnotherLevel(pointer + "/toKey");
      }
      var note = wanted.note() == null ? null : text(wanted.note(), pointer + "/note");
      return new Succession(from.id(), idOf(wanted.toKey()), wanted.extent(), note);
    }

    private void holdExtents() {
      var partial = new LinkedHashMap<UUID, Integer>();
      var seen = new HashSet<String>();
      var full = new HashSet<UUID>();
      for (int i = 0; i < command.successions().size(); i++) {
        var s = command.successions().get(i);
        var pointer = "/successions/" + i;
        if (!seen.add(s.fromId() + " " + s.toKey())) {
          throw new RedrawingRules.SuccessionTwice(pointer);
        }
        boolean first = !partial.containsKey(s.fromId()) && !full.contains(s.fromId());
        if (s.extent() == Extent.FULL ? !first : full.contains(s.fromId())) {
          throw new RedrawingRules.FullSuccessionNotAlone(pointer + "/extent");
        }
        if (s.extent() == Extent.FULL) {
          full.add(s.fromId());
        } else {
          partial.merge(s.fromId(), i, (_, _) -> -1);
        }
      }
      partial.values().stream()
          .filter(index -> index >= 0)
          .findFirst()
          .ifPresent(
              index -> {
                throw new RedrawingRules.SplitIntoOne("/successions/" + index + "/extent");
              });
    }

    private List<CreatedUnit> created() {
      var codes = new HashSet<String>();
      var result = new ArrayList<CreatedUnit>();
      for (int i = 0; i < command.units().size(); i++) {
        var unit = created(command.units().get(i), "/units/" + i);
        if (!codes.add(unit.code())) {
          throw new RedrawingRules.CodeTwice("/units/" + i + "/code", unit.code());
        }
        result.add(unit);
      }
      return result;
    }

    private CreatedUnit created(RedrawMap.NewUnit wanted, String pointer) {
      var code = UnitRules.code(wanted.code(), pointer + "/code");
      UnitRules.kindFits(wanted.kind(), wanted.level(), pointer + "/kind");
      var bearer = map.map().byCode(code, command.effectiveOn());
      if (bearer.isPresent() && !ending.contains(bearer.get().id())) {
        throw new UnitRules.CodeInUse(pointer + "/code", code, command.effectiveOn());
      }
      return new CreatedUnit(
          idOf(wanted.key()),
          code,
          UnitRules.name(wanted.name(), pointer + "/name"),
          wanted.level(),
          wanted.kind(),
          parent(wanted, pointer));
    }

    private @Nullable UUID parent(RedrawMap.NewUnit wanted, String pointer) {
      if (wanted.parentKey() != null && wanted.parentId() != null) {
        throw new RedrawingRules.ParentNamedTwice(pointer + "/parentId");
      }
      if (wanted.parentKey() != null) {
        var parent = byKey.get(wanted.parentKey());
        if (parent == null) {
          throw new RedrawingRules.UnitKeyUnknown(pointer + "/parentKey", wanted.parentKey());
        }
        UnitRules.standsBelow(wanted.level(), parent.level(), true, pointer + "/parentKey");
        return idOf(wanted.parentKey());
      }
      if (wanted.parentId() == null) {
        UnitRules.standsBelow(wanted.level(), null, true, pointer + "/parentId");
        return null;
      }
      var parent =
          map.unit(wanted.parentId())
              .filter(p -> p.existsOn(command.effectiveOn()) && !ending.contains(p.id()))
              .orElseThrow(
                  () -> new UnitRules.UnitNotInForce(pointer + "/parentId", command.effectiveOn()));
      UnitRules.standsBelow(
          wanted.level(), parent.level(), parent.territorial(), pointer + "/parentId");
      return parent.id();
    }

    private UUID idOf(String key) {
      var unit = ids.get(key);
      if (unit == null) {
        throw new IllegalStateException("Checked before: " + key);
      }
      return unit;
    }

    private static String text(String raw, String pointer) {
      var text = Names.clean(raw);
      if (text.isEmpty() || text.length() > RedrawingRules.MAX_TEXT || !Names.isPrintable(text)) {
        throw new RedrawingRules.ResolutionUnusable(pointer);
      }
      return text;
    }
  }
}
