package vn.sen.membership.orgunit;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.org.MapLoading;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgMap;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.AggregateStore;

/**
 * The units by this instance's map; one that another instance has just set up, and whose event is
 * still under way, by the database.
 */
@Component
class KnownUnits implements Units, Scope.UnitLookup {

  private final OrgFollower follower;
  private final AggregateStore<Unit> store;
  private final RedrawnUnits redrawn;

  KnownUnits(OrgFollower follower, AggregateStore<Unit> store, RedrawnUnits redrawn) {
    this.follower = follower;
    this.store = store;
    this.redrawn = redrawn;
  }

  @Override
  public OrgMap map() {
    return follower.map();
  }

  @Override
  public void requireNotUnderWay(String code) {
    var bearers =
        store
            .documents()
            .find(Filters.regex("keys", "^" + Pattern.quote(Founding.keyPrefix(code))))
            .projection(Projections.include("v"));
    for (var bearer : bearers) {
      if (follower.seen(bearer.get("_id", UUID.class)) < bearer.getLong("v")) {
        throw new MapLoading();
      }
    }
  }

  /** Nobody is refused because the branch, or a unit above it, is still under way to the map. */
  @Override
  public Optional<UUID> admittingUnit(UUID branch, LocalDate day) {
    var admitting = Units.super.admittingUnit(branch, day);
    if (admitting.isEmpty()) {
      requireOnMap(branch);
    }
    return admitting;
  }

  private void requireOnMap(UUID unit) {
    for (@Nullable UUID next = unit; next != null; ) {
      next = map().unit(next).orElseThrow(MapLoading::new).parentId();
    }
  }

  @Override
  public Optional<OrgUnit> unit(UUID id) {
    return map()
        .unit(id)
        .or(() -> store.find(id).flatMap(stored -> view(stored.state())))
        .or(() -> redrawn.find(id));
  }

  private static Optional<OrgUnit> view(Unit unit) {
    var founding = unit.founding();
    if (founding == null) {
      return Optional.empty();
    }
    List<OrgUnit.Name> names = new ArrayList<>();
    names.add(new OrgUnit.Name(founding.validFrom(), founding.name(), founding.kind()));
    unit.renamings().stream()
        .map(r -> new OrgUnit.Name(r.from(), r.name(), r.kind()))
        .sorted(Comparator.comparing(OrgUnit.Name::from))
        .forEach(names::add);
    return Optional.of(
        new OrgUnit(
            unit.id(),
            founding.code(),
            founding.level(),
            founding.parentId(),
            founding.validFrom(),
            unit.closedOn(),
            founding.territorial(),
            names,
            unit.traits()));
  }
}
