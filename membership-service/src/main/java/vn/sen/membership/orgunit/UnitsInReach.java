package vn.sen.membership.orgunit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
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

  /** All units of which what lies there counts to a unit, itself included. */
  public Set<UUID> within(UUID asked) {
    return Stream.concat(units.map().units().stream().map(OrgUnit::id), Stream.of(asked))
        .filter(unit -> isWithin(unit, List.of(), asked))
        .collect(Collectors.toSet());
  }

  /**
   * Whether what lies at a unit counts to another one today; to one that has ended, on its last
   * day.
   *
   * @param via the successors that splits gave it to; usually empty
   * @param asked null for any
   */
  public boolean isWithin(UUID unit, List<UUID> via, @Nullable UUID asked) {
    if (asked == null || asked.equals(unit)) {
      return true;
    }
    var today = LocalDate.now(clock);
    var day = units.unit(asked).map(known -> known.nearestDay(today)).orElse(today);
    return units.map().place(unit, via, day).isWithin(asked);
  }
}
