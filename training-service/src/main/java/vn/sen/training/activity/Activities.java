package vn.sen.training.activity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.ActivityKind;
import vn.sen.events.training.TrainingEvents;

/** Keeps the activities. */
@Component
class Activities {

  private static final AggregateKind<Activity> KIND =
      new AggregateKind<>(
          "activity",
          "activities",
          Topic.ACTIVITIES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Activity.class,
          Activities::index,
          _ -> List.of(),
          List.of(List.of("units", "begin"), List.of("targets", "begin")));

  private final AggregateStore<Activity> store;

  Activities(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Activity state) {
    var outline = state.outline();
    var plan = outline.plan();
    var index = new HashMap<String, Object>();
    index.put("units", outline.organiser().units());
    index.put("begin", plan.from().toString());
    index.put("status", state.status().name());
    index.put("kind", plan.kind().name());
    outline.visited().ifPresent(visited -> index.put("targets", visited.units()));
    if (plan.programme() != null) {
      index.put("programme", plan.programme());
    }
    return index;
  }

  /**
   * Which activities to list.
   *
   * @param units that organised them or were visited
   * @param open what splits have left open besides
   * @param status in which state; null for all
   * @param kind of which kind; null for all
   * @param programme the code of their programme; null for all
   * @param from the first day on which they may begin, or null
   * @param to the last one, or null
   */
  record Criteria(
      Collection<UUID> units,
      List<Scope.Open> open,
      Activity.@Nullable Status status,
      @Nullable ActivityKind kind,
      @Nullable String programme,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    private List<Bson> at(String field) {
      var places = new ArrayList<Bson>();
      places.add(Filters.in(field, units));
      open.forEach(
          one ->
              places.add(
                  Filters.and(
                      Filters.in(field, one.units()), Filters.nin(field, one.successors()))));
      return places;
    }

    private Bson filter(@Nullable UUID behind) {
      var filters = new ArrayList<Bson>();
      filters.add(
          Filters.or(
              Stream.of("ix.units", "ix.targets").flatMap(field -> at(field).stream()).toList()));
      if (status != null) {
        filters.add(Filters.eq("ix.status", status.name()));
      }
      if (kind != null) {
        filters.add(Filters.eq("ix.kind", kind.name()));
      }
      if (programme != null) {
        filters.add(Filters.eq("ix.programme", programme));
      }
      if (from != null) {
        filters.add(Filters.gte("ix.begin", from.toString()));
      }
      if (to != null) {
        filters.add(Filters.lte("ix.begin", to.toString()));
      }
      if (behind != null) {
        filters.add(Filters.gt("_id", behind));
      }
      return Filters.and(filters);
    }
  }

  Committed plan(CommandContext by, Decision<Activity> decision) {
    return store.create(by.newId(), by, decision);
  }

  Committed change(UUID id, CommandContext by, Function<Activity, Decision<Activity>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Activity> get(UUID id) {
    return store.get(id);
  }

  /** Activities, those behind an id. */
  List<Stored<Activity>> list(Criteria criteria, @Nullable UUID behind, int limit) {
    var found =
        store
            .documents()
            .find(criteria.filter(behind))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }
}
