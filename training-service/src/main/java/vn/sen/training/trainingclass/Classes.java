package vn.sen.training.trainingclass;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.org.Split;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.TrainingEvents;

/** Keeps the classes. */
@Component
public class Classes {

  private static final String PERSON = "people";
  private static final String UNITS = "ix.units";

  private static final AggregateKind<TrainingClass> KIND =
      new AggregateKind<>(
          "class",
          "classes",
          Topic.CLASSES,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          TrainingClass.class,
          Classes::index,
          _ -> List.of(),
          List.of(List.of("units", "begin"), List.of("people"), List.of("line")));

  private final AggregateStore<TrainingClass> store;

  Classes(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(TrainingClass state) {
    var outline = state.outline();
    var index = new HashMap<String, Object>();
    index.put("units", Split.finding(outline.plan().unitId(), outline.via()));
    index.put("begin", outline.begin().toString());
    index.put("status", state.status().name());
    index.put(PERSON, state.roll().seats().stream().map(Seat::person).toList());
    if (outline.plan().planLineId() != null) {
      index.put("line", outline.plan().planLineId());
    }
    return index;
  }

  /**
   * Which classes to list.
   *
   * @param units whose classes
   * @param open what splits have left open besides
   * @param status in which state; null for all
   * @param from the first day on which they may begin, or null
   * @param to the last one, or null
   * @param line the need of a training plan that they answer; null for all
   */
  record Criteria(
      Collection<UUID> units,
      List<Scope.Open> open,
      TrainingClass.@Nullable Status status,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID line) {

    private Bson place() {
      var places = new ArrayList<Bson>();
      places.add(Filters.in(UNITS, units));
      open.forEach(
          one ->
              places.add(
                  Filters.and(
                      Filters.in(UNITS, one.units()), Filters.nin(UNITS, one.successors()))));
      return Filters.or(places);
    }
  }

  Committed plan(CommandContext by, Decision<TrainingClass> decision) {
    return store.create(by.newId(), by, decision);
  }

  /** Changes a class. */
  public Committed change(
      UUID id, CommandContext by, Function<TrainingClass, Decision<TrainingClass>> decide) {
    return store.change(id, by, decide);
  }

  /** A class. */
  public Stored<TrainingClass> get(UUID id) {
    return store.get(id);
  }

  /** A class, or empty. */
  public Optional<Stored<TrainingClass>> find(UUID id) {
    return store.find(id);
  }

  /** The classes in which somebody takes part. */
  public List<UUID> of(UUID person) {
    return store
        .documents()
        .find(Filters.eq("ix." + PERSON, person))
        .projection(Projections.include("_id"))
        .map(document -> document.get("_id", UUID.class))
        .into(new ArrayList<>());
  }

  /** Classes, those behind an id. */
  List<Stored<TrainingClass>> list(Criteria criteria, @Nullable UUID behind, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(criteria.place());
    if (criteria.status() != null) {
      filters.add(Filters.eq("ix.status", criteria.status().name()));
    }
    if (criteria.from() != null) {
      filters.add(Filters.gte("ix.begin", criteria.from().toString()));
    }
    if (criteria.to() != null) {
      filters.add(Filters.lte("ix.begin", criteria.to().toString()));
    }
    if (criteria.line() != null) {
      filters.add(Filters.eq("ix.line", criteria.line()));
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
