package vn.sen.training.programme;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.TrainingEvents;

/** Keeps what units are to reach: one record for each programme and unit. */
@Component
class UnitGoals {

  private static final String WAITING = "waiting";

  private static final AggregateKind<Goals> KIND =
      new AggregateKind<>(
          "goals",
          "programmeUnits",
          Topic.UNION_PROGRAMMES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Goals.class,
          UnitGoals::index,
          _ -> List.of(),
          List.of(List.of("programme", "unit")));

  private final AggregateStore<Goals> store;

  UnitGoals(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Goals goals) {
    return Map.of(
        "programme",
        goals.programmeId(),
        "unit",
        goals.unitId(),
        WAITING,
        !goals.proposals().isEmpty());
  }

  Committed change(Goals unwritten, CommandContext by, Function<Goals, Decision<Goals>> decide) {
    return store.changeOrBegin(idOf(unwritten), by, unwritten, decide);
  }

  /** What is known, or the goals given at version 0 where nothing is yet. */
  Stored<Goals> get(Goals unwritten) {
    var id = idOf(unwritten);
    return store.find(id).orElseGet(() -> new Stored<>(id, 0, unwritten));
  }

  private static UUID idOf(Goals goals) {
    return CommandContext.derive(
        "programme-unit", goals.programmeId().toString(), goals.unitId().toString());
  }

  /**
   * Those of a programme that were written for some units, behind an id.
   *
   * @param waiting whether only those are wanted of which a result waits for an approver
   */
  List<Stored<Goals>> of(
      UUID programme, Collection<UUID> units, boolean waiting, @Nullable UUID behind, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.eq("ix.programme", programme));
    filters.add(Filters.in("ix.unit", units));
    if (waiting) {
      filters.add(Filters.eq("ix." + WAITING, true));
    }
    if (behind != null) {
      filters.add(Filters.gt("_id", behind));
    }
    var found =
        store
            .documents()
            .find(Filters.and(filters))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }
}
