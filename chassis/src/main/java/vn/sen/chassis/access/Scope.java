package vn.sen.chassis.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;

/**
 * The only place that says whom an appointment reaches: its unit, and what lies below it on the day
 * in question or today. Today's map places a unit that has ended under its successor, so that an
 * officer of the successor sees the history; where a split leaves open which successor, only who is
 * above all of them does.
 */
public final class Scope {

  private final Supplier<OrgMap> map;
  private final UnitLookup units;
  private final Clock clock;

  /** Finds a unit that is not on the map yet because its event is still under way. */
  @FunctionalInterface
  public interface UnitLookup {
    Optional<OrgUnit> unit(UUID id);
  }

  /**
   * @param map the units as known now
   * @param units asked for what the map does not have
   * @param clock tells today in the Union's zone
   */
  public Scope(Supplier<OrgMap> map, UnitLookup units, Clock clock) {
    this.map = map;
    this.units = units;
    this.clock = clock;
  }

  /**
   * Makes sure that the caller may act at a unit.
   *
   * @param day the day in question
   * @param pointer of the field that names the unit, or ""
   * @throws OutOfScope if she may not (403)
   */
  public void require(Caller caller, UUID unit, LocalDate day, String pointer) {
    require(caller, unit, List.of(), day, pointer);
  }

  /**
   * The same for a person whom splits have assigned to successors.
   *
   * @param via the successors, usually none
   */
  public void require(Caller caller, UUID unit, List<UUID> via, LocalDate day, String pointer) {
    if (!covers(caller, unit, via, day)) {
      throw new OutOfScope(pointer);
    }
  }

  /** Whether the caller may act at a unit on a day. */
  public boolean covers(Caller caller, UUID unit, List<UUID> via, LocalDate day) {
    return covers(reach(caller), unit, via, day);
  }

  /** The same for what a caller once could reach. */
  public boolean covers(Reach reach, UUID unit, List<UUID> via, LocalDate day) {
    return reach.everything()
        || reach.units().stream().anyMatch(own -> within(unit, via, own, day));
  }

  /**
   * Makes sure that the caller may give what lies at a unit to a successor of a split.
   *
   * @param splits those that could give it to the successor
   * @throws OutOfScope if she may not (403)
   * @see #mayAssign
   */
  public void requireAssigning(
      Caller caller, UUID unit, List<UUID> via, List<Split> splits, UUID successor) {
    if (!covers(caller, unit, via, LocalDate.now(clock))
        && splits.stream().noneMatch(s -> mayAssign(reach(caller), unit, via, s, successor))) {
      throw new OutOfScope("");
    }
  }

  /**
   * Who may give what lies at a unit to a successor of a split: whoever reaches it where it is, and
   * for what the split has left open also an officer of that successor. So each successor takes
   * what is its own, and only who reaches what was taken gives it to another one.
   *
   * @param via the successors that splits have assigned it to, usually none
   */
  public boolean mayAssign(Reach reach, UUID unit, List<UUID> via, Split split, UUID successor) {
    var today = LocalDate.now(clock);
    return covers(reach, unit, via, today)
        || (split.successors().contains(successor)
            && split.leavesOpen(map.get(), unit, via)
            && covers(reach, successor, List.of(), today));
  }

  /**
   * Whether the caller may take what lies at a unit for a successor that she reaches, for a split
   * has left it open. So that she can, she finds and reads it.
   *
   * @param via the successors that splits have assigned it to, usually none
   */
  public boolean mayTake(Caller caller, UUID unit, List<UUID> via) {
    var now = map.get();
    return now.splits().stream()
        .anyMatch(split -> split.leavesOpen(now, unit, via) && reachesASuccessor(caller, split));
  }

  private boolean reachesASuccessor(Caller caller, Split split) {
    var today = LocalDate.now(clock);
    return split.successors().stream().anyMatch(to -> covers(caller, to, List.of(), today));
  }

  /**
   * What a split has left open to the caller: what is found at one of the units and at none of the
   * successors.
   */
  public record Open(Set<UUID> units, Set<UUID> successors) {
    public Open {
      units = Set.copyOf(units);
      successors = Set.copyOf(successors);
    }
  }

  /**
   * What she may take though she does not see the units ({@link #seenBy}), by split: lists show it,
   * too.
   *
   * @param asked a unit to which the units count today; null for all
   */
  public List<Open> openTo(Caller caller, @Nullable UUID asked) {
    var today = LocalDate.now(clock);
    return map.get().splits().stream()
        .filter(split -> !covers(caller, split.unit(), List.of(), today))
        .filter(split -> reachesASuccessor(caller, split))
        .map(split -> new Open(leftOpen(split, asked), split.successors()))
        .toList();
  }

  private Set<UUID> leftOpen(Split split, @Nullable UUID asked) {
    var now = map.get();
    return now.units().stream()
        .map(OrgUnit::id)
        .filter(unit -> split.leavesOpen(now, unit, List.of()))
        .filter(unit -> countsTo(asked, unit))
        .collect(Collectors.toSet());
  }

  /**
   * Makes sure that the caller reaches all that somebody else could.
   *
   * @throws OutOfScope if not (403)
   */
  public void requireAll(Caller caller, Reach other) {
    if (!coversAll(caller, other)) {
      throw new OutOfScope("");
    }
  }

  /** Whether the caller reaches all that somebody else could. */
  public boolean coversAll(Caller caller, Reach other) {
    var own = reach(caller);
    var today = LocalDate.now(clock);
    return other.everything()
        ? own.everything()
        : other.units().stream().allMatch(unit -> covers(own, unit, List.of(), today));
  }

  /**
   * Makes sure that the caller acts for the whole Union or for a province: what she changes
   * concerns everybody.
   *
   * @throws OutOfScope if not (403)
   */
  public void requireTop(Caller caller) {
    var reach = reach(caller);
    if (!reach.everything() && reach.units().stream().noneMatch(this::isTop)) {
      throw new OutOfScope("");
    }
  }

  /**
   * The bank whose machine calls: it reaches what that bank has told, and nothing else.
   *
   * @throws OutOfScope if no bank calls (403)
   */
  public static UUID requireBank(Caller caller) {
    var bank = caller.bank();
    if (bank == null) {
      throw new OutOfScope("");
    }
    return bank;
  }

  private boolean isTop(UUID unit) {
    return find(unit).filter(known -> known.parentId() == null).isPresent();
  }

  /** Where the caller may act: lists are filtered by it. */
  public Reach reach(Caller caller) {
    var units = new HashSet<UUID>();
    for (var appointment : caller.appointments()) {
      if (appointment.unit() == null) {
        return Reach.EVERYTHING;
      }
      units.add(appointment.unit());
    }
    return new Reach(false, units);
  }

  /**
   * All units that a caller may see, and that count to a unit today: lists are filtered by them.
   *
   * @param asked null for all that she may see
   */
  public Set<UUID> seenBy(Caller caller, @Nullable UUID asked) {
    var today = LocalDate.now(clock);
    var reach = reach(caller);
    return map.get().units().stream()
        .map(OrgUnit::id)
        .filter(unit -> covers(reach, unit, List.of(), today))
        .filter(unit -> countsTo(asked, unit))
        .collect(Collectors.toSet());
  }

  private boolean countsTo(@Nullable UUID asked, UUID unit) {
    return asked == null
        || unit.equals(asked)
        || map.get().place(unit, List.of(), LocalDate.now(clock)).isWithin(asked);
  }

  /**
   * Units with all that is below them.
   *
   * @param everything the whole Union
   */
  public record Reach(boolean everything, Set<UUID> units) {

    /** The whole Union. */
    public static final Reach EVERYTHING = new Reach(true, Set.of());

    public Reach {
      units = Set.copyOf(units);
    }
  }

  private boolean within(UUID unit, List<UUID> via, UUID own, LocalDate day) {
    if (unit.equals(own)) {
      return true;
    }
    var now = map.get();
    if (now.unit(unit).isEmpty()) {
      @Nullable UUID parent = units.unit(unit).map(OrgUnit::parentId).orElse(null);
      return parent != null && within(parent, via, own, day);
    }
    return now.place(unit, via, day).isWithin(own)
        || now.place(unit, via, LocalDate.now(clock)).isWithin(own);
  }

  private Optional<OrgUnit> find(UUID unit) {
    return map.get().unit(unit).or(() -> units.unit(unit));
  }
}
