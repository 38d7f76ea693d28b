package vn.sen.membership.orgunit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;

/** Which units' records a list shows to whom. */
@Component
public class UnitsInReach {

  private final Units units;
  private final Scope scope;
  private final Clock clock;

  UnitsInReach(Units units, Scope scope, Clock clock) {
    this.units = units;
    this.scope = scope;
    this.clock = clock;
  }

  /** All units whose records the caller may see; empty where that is every unit. */
  public Optional<Set<UUID>> of(Caller caller) {
    var reach = scope.reach(caller);
    if (reach.everything()) {
      return Optional.empty();
    }
    var today = LocalDate.now(clock);
    return Optional.of(
        units.map().units().stream()
            .map(OrgUnit::id)
            .filter(unit -> scope.covers(reach, unit, List.of(), today))
            .collect(Collectors.toSet()));
  }

  /**
   * A unit whose records a list is asked for, in the parameter {@code unitId}.
   *
   * @throws UnitRules.UnitNotInForce if there never was such a unit (422)
   */
  public Area area(UUID asked) {
    var today = LocalDate.now(clock);
    var unit =
        units
            .unit(asked)
            .orElseThrow(() -> new UnitRules.UnitNotInForce("/unitId", today.toString()));
    return new Area(asked, unit.nearestDay(today), units.map());
  }

  /** A unit with everything that counts to it today; to one that has ended, on its last day. */
  public static final class Area {

    private final UUID asked;
    private final LocalDate day;
    private final OrgMap map;

    private Area(UUID asked, LocalDate day, OrgMap map) {
      this.asked = asked;
      this.day = day;
      this.map = map;
    }

    /**
     * Whether what lies at a unit counts to it.
     *
     * @param via the successors that splits gave it to; usually empty
     */
    public boolean holds(UUID unit, List<UUID> via) {
      return unit.equals(asked) || map.place(unit, via, day).isWithin(asked);
    }

    /** All units of which what lies there counts to it, itself included. */
    public Set<UUID> units() {
      return Stream.concat(map.units().stream().map(OrgUnit::id), Stream.of(asked))
          .filter(unit -> holds(unit, List.of()))
          .collect(Collectors.toSet());
    }
  }
}
