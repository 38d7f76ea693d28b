package vn.sen.chassis.org;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.WomenDefinition;

/**
 * All org units over all time, as known at one moment: an immutable snapshot, safe to share and
 * cheap to ask. Made by {@link OrgFacts#map()}.
 */
public final class OrgMap {

  /** Maps of days are made when asked for; reports ask for few. */
  private static final int DAYS_KEPT = 64;

  private final String version;
  private final Map<UUID, OrgUnit> units;
  private final Map<String, List<OrgUnit>> byCode = new HashMap<>();
  private final Lineage lineage;
  private final WomenCounts women;
  private final NavigableSet<LocalDate> turningDays = new TreeSet<>();
  private final Map<LocalDate, MapOnDay> days =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, MapOnDay> eldest) {
          return size() > DAYS_KEPT;
        }
      };

  OrgMap(
      String version,
      Map<UUID, OrgUnit> units,
      Lineage lineage,
      Map<UUID, WomenCounts.StatedCounts> stated) {
    this.version = version;
    this.units = Map.copyOf(units);
    this.lineage = lineage;
    this.women = new WomenCounts(this, lineage, stated);
    turningDays.add(LocalDate.MIN);
    units.values().stream()
        .sorted(Comparator.comparing(OrgUnit::validFrom).reversed().thenComparing(OrgUnit::id))
        .forEach(this::index);
  }

  private void index(OrgUnit unit) {
    byCode.computeIfAbsent(unit.code(), _ -> new ArrayList<>()).add(unit);
    turningDays.add(unit.validFrom());
    if (unit.validTo() != null) {
      turningDays.add(unit.validTo());
    }
  }

  /**
   * Tells maps made of different facts apart; the same for the same facts in any instance. Usable
   * in ETags.
   */
  public String version() {
    return version;
  }

  /** All units that ever existed or will, in no order. */
  public Collection<OrgUnit> units() {
    return units.values();
  }

  public Optional<OrgUnit> unit(UUID id) {
    return Optional.ofNullable(units.get(id));
  }

  /** The unit that bore the code on the day. */
  public Optional<OrgUnit> byCode(String code, LocalDate at) {
    return byCode.getOrDefault(code, List.of()).stream().filter(u -> u.existsOn(at)).findFirst();
  }

  /** False also for an unknown unit. */
  public boolean existsOn(UUID unit, LocalDate day) {
    var known = units.get(unit);
    return known != null && known.existsOn(day);
  }

  /** The units of a level on a day, by code. */
  public List<OrgUnit> unitsAt(LocalDate day, UnitLevel level) {
    return units.values().stream()
        .filter(u -> u.level() == level && u.existsOn(day))
        .sorted(Comparator.comparing(OrgUnit::code).thenComparing(OrgUnit::id))
        .toList();
  }

  /**
   * The units directly below a unit on a day, by code: branches follow their commune's successions.
   * Without those of split units that follow no successor yet.
   */
  public List<OrgUnit> childrenOf(UUID unit, LocalDate at) {
    return on(at).children(unit);
  }

  /** The unit directly above on a day; empty for a province, and where a split leaves it open. */
  public Optional<OrgUnit> parentOn(UUID unit, LocalDate at) {
    var path = place(unit, List.of(), at).path();
    return path.size() > 1 && path.getFirst().equals(unit) ? unit(path.get(1)) : Optional.empty();
  }

  /**
   * Where the figures of a leaf belong on the map of a day. The rule stands at {@link MapOnDay}.
   *
   * @param leaf the unit a member belongs to: a branch, or a commune for members directly in it
   * @param via the successors that splits assigned the member to personally; usually empty
   */
  public Placement place(UUID leaf, List<UUID> via, LocalDate hierarchy) {
    return on(hierarchy).place(leaf, via);
  }

  /**
   * Whether a leaf lies in the area of a trait: it, or a unit that certainly holds it on the map of
   * the day, was stated to be that on the day. A unit that a redrawing made has the traits that
   * were stated for it, none of those of its predecessors.
   *
   * @param via like {@link #place}
   */
  public boolean hasTrait(UUID leaf, List<UUID> via, UnitTrait trait, LocalDate day) {
    return place(leaf, via, day).path().stream()
        .anyMatch(
            id -> {
              var unit = units.get(id);
              return unit != null && unit.statedToBe(trait, day);
            });
  }

  /**
   * The number of women of a unit at or before a date. The rule stands at {@link WomenCounts}.
   *
   * @param hierarchy the day whose map says which units are below the unit
   */
  public WomenCount womenOn(
      UUID unit, WomenDefinition definition, LocalDate date, LocalDate hierarchy) {
    return women.of(unit, definition, date, hierarchy);
  }

  /**
   * What a unit became, and by which redrawing; empty while it exists and where it ended without
   * successors.
   */
  public List<UUID> successorsOf(UUID unit) {
    return lineage.successors(unit).stream().map(Lineage.Link::to).toList();
  }

  /**
   * What a unit has become by a day: itself while it exists, else those of its successors, or
   * theirs, that do. Empty before it exists.
   */
  public List<OrgUnit> becameOn(UUID unit, LocalDate day) {
    return became(unit, day, new HashSet<>()).toList();
  }

  private Stream<OrgUnit> became(UUID unit, LocalDate day, Set<UUID> seen) {
    var known = units.get(unit);
    if (known == null || !seen.add(unit)) {
      return Stream.empty();
    }
    return known.existsOn(day)
        ? Stream.of(known)
        : successorsOf(unit).stream().flatMap(next -> became(next, day, seen));
  }

  /** What redrawings divided, the earliest first. */
  public List<Split> splits() {
    return lineage.splits();
  }

  /**
   * The splits that concern a leaf and could give it to a successor; usually one, none where no
   * unit it was under was divided or the successor got no part of it.
   *
   * @param via like {@link #place}
   */
  public List<Split> splitsInto(UUID successor, UUID leaf, List<UUID> via) {
    return splits().stream()
        .filter(s -> s.successors().contains(successor) && s.concerns(this, leaf, via))
        .toList();
  }

  /** What a unit was made of; empty where it was set up anew. */
  public List<UUID> predecessorsOf(UUID unit) {
    return lineage.predecessors(unit).stream().map(Lineage.Link::from).toList();
  }

  private MapOnDay on(LocalDate day) {
    var turning = turningDays.floor(day); // between two turning days all maps are one
    synchronized (days) {
      return days.computeIfAbsent(turning, t -> new MapOnDay(t, units, lineage));
    }
  }
}
