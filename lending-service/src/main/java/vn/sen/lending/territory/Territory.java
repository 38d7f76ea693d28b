package vn.sen.lending.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.events.lending.LoanPlace;
import vn.sen.events.membership.UnitLevel;

/** The units of the map as banks name them and as lists are filtered by them. */
@Component
public class Territory {

  private final OrgFollower orgUnits;
  private final Scope scope;

  Territory(OrgFollower orgUnits, Scope scope) {
    this.orgUnits = orgUnits;
    this.scope = scope;
  }

  /** Codes are used again: which commune bears one depends on the day. */
  public Optional<UUID> commune(String code, LocalDate day) {
    return orgUnits
        .map()
        .byCode(code, day)
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .map(OrgUnit::id);
  }

  /**
   * Whether what counts at a leaf may lie in a unit on the map of a day: where that map leaves open
   * in which part of it, in any of them; where the leaf is not on that map yet, nobody can say.
   *
   * @param via the successors that splits gave it to
   */
  public boolean mayHold(UUID unit, UUID leaf, List<UUID> via, LocalDate day) {
    if (unit.equals(leaf)) {
      return true;
    }
    var map = orgUnits.map();
    var placement = map.place(leaf, via, day);
    if (!placement.remainder() || placement.isWithin(unit)) {
      return placement.isWithin(unit);
    }
    var parts = map.becameOn(via.isEmpty() ? leaf : via.getLast(), day);
    return parts.isEmpty() || parts.stream().anyMatch(part -> part.id().equals(unit));
  }

  /** Whether there is such a unit on a day. */
  public boolean exists(UUID unit, LocalDate day) {
    return orgUnits.map().existsOn(unit, day);
  }

  /**
   * The splits by which a successor may have a loan that counts at a place; usually one or none.
   */
  public List<Split> splitsInto(UUID successor, LoanPlace place) {
    return orgUnits.map().splitsInto(successor, place.unitId(), place.via());
  }

  /**
   * All units that a caller may see, and that count to a unit today.
   *
   * @param asked null for all that she may see
   */
  public Set<UUID> seenBy(Caller caller, @Nullable UUID asked) {
    return scope.seenBy(caller, asked);
  }
}
