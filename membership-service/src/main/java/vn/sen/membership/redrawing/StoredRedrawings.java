package vn.sen.membership.redrawing;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.Stored;
import vn.sen.membership.orgunit.RedrawnUnits;
import vn.sen.membership.orgunit.Splits;

/** Redrawings by the database: few, and asked for only by the commands that concern them. */
@Component
class StoredRedrawings implements Splits, RedrawnUnits {

  private final AggregateStore<Redrawing> store;

  StoredRedrawings(AggregateStore<Redrawing> store) {
    this.store = store;
  }

  @Override
  public List<Split> into(UUID redrawingId, UUID successorId) {
    return store
        .find(redrawingId)
        .filter(stored -> stored.state() instanceof Redrawing.InForce)
        .map(stored -> stored.state().draft().splitsInto(successorId, redrawingId))
        .orElse(List.of());
  }

  @Override
  public Optional<OrgUnit> find(UUID id) {
    var document =
        store.documents().find(Filters.eq("ix." + RedrawingConfiguration.UNITS, id)).first();
    return Optional.ofNullable(document).flatMap(d -> store.stored(d).state().draft().unit(id));
  }

  /** All redrawings, the earliest first. */
  List<Stored<Redrawing>> all() {
    return store
        .documents()
        .find(Filters.eq("kind", "redrawing"))
        .sort(Sorts.ascending("ix." + RedrawingConfiguration.EFFECTIVE_ON, "_id"))
        .map(store::stored)
        .into(new ArrayList<>());
  }
}
