package vn.sen.training.nomination;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
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

/** Keeps the nominations; one that is pending for each person and course. */
@Component
public class Nominations {

  private static final AggregateKind<Nomination> KIND =
      new AggregateKind<>(
          "nomination",
          "nominations",
          Topic.NOMINATIONS,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Nomination.class,
          Nominations::index,
          Nominations::keys,
          List.of(List.of("unit"), List.of("person", "course")));

  private final AggregateStore<Nomination> store;

  Nominations(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static Map<String, ?> index(Nomination nomination) {
    var proposal = nomination.proposal();
    return Map.of(
        "unit", proposal.unitId(),
        "person", proposal.personId(),
        "course", proposal.courseId(),
        "status", nomination.status().name());
  }

  private static List<String> keys(Nomination nomination) {
    var proposal = nomination.proposal();
    return nomination.isPending()
        ? List.of("personId:" + proposal.personId() + "/" + proposal.courseId())
        : List.of();
  }

  Committed nominate(CommandContext by, Decision<Nomination> decision) {
    return store.create(by.newId(), by, decision);
  }

  Committed change(UUID id, CommandContext by, Function<Nomination, Decision<Nomination>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Nomination> get(UUID id) {
    return store.get(id);
  }

  /** Somebody was enrolled in a class of a course; safe to repeat. */
  public void enrolled(
      UUID person, UUID courseId, UUID classId, LocalDate on, Function<UUID, CommandContext> by) {
    var accepted =
        Filters.and(
            Filters.eq("ix.person", person),
            Filters.eq("ix.course", courseId),
            Filters.eq("ix.status", Nomination.Status.ACCEPTED.name()));
    var ids =
        store
            .documents()
            .find(accepted)
            .projection(Projections.include("_id"))
            .map(document -> document.get("_id", UUID.class))
            .into(new ArrayList<>());
    for (var id : ids) {
      store.change(id, by.apply(id), nomination -> nomination.enrolledIn(classId, on));
    }
  }

  /** Nominations of units, those behind an id. */
  List<Stored<Nomination>> list(
      Collection<UUID> units,
      Nomination.@Nullable Status status,
      @Nullable UUID behind,
      int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.in("ix.unit", units));
    if (status != null) {
      filters.add(Filters.eq("ix.status", status.name()));
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
