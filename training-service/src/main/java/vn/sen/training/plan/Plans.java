package vn.sen.training.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
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
import vn.sen.events.training.CompetencyEvent;
import vn.sen.events.training.CompetencyEvent.CompetencyGained;
import vn.sen.events.training.CompetencyEvent.CompetencyWithdrawn;
import vn.sen.events.training.TrainingEvents;
import vn.sen.training.competency.Competencies;

/** Keeps the training plans: one for each unit and year. */
@Component
public class Plans {

  private static final AggregateKind<Plan> KIND =
      new AggregateKind<>(
          "plan",
          "plans",
          Topic.TRAINING_PLANS,
          TrainingEvents.SOURCE,
          TrainingEvents.CATALOG,
          Plan.class,
          Plans::index,
          plan -> List.of("year:" + plan.unitId() + "/" + plan.year()),
          List.of(List.of("unit", "year"), List.of("people"), List.of("lines")));

  private final AggregateStore<Plan> store;
  private final Gaps gaps;
  private final Competencies competencies;

  Plans(AggregateStores stores, Gaps gaps, Competencies competencies) {
    this.store = stores.open(KIND);
    this.gaps = gaps;
    this.competencies = competencies;
  }

  private static Map<String, ?> index(Plan plan) {
    return Map.of(
        "unit", plan.unitId(),
        "year", plan.year(),
        "lines", plan.lines().stream().map(Plan.Line::id).toList(),
        "people",
            plan.lines().stream()
                .flatMap(line -> line.wants().stream())
                .map(Plan.Want::personId)
                .distinct()
                .toList());
  }

  Committed drawUp(CommandContext by, UUID unit, int year, LocalDate today) {
    var id = by.newId();
    return store.create(id, by, Plan.drawUp(unit, year, gaps.of(id, unit, today), today));
  }

  Committed recount(UUID id, CommandContext by, LocalDate today, Function<Plan, Plan> checked) {
    return store.change(
        id,
        by,
        plan -> {
          checked.apply(plan);
          return plan.recount(gaps.of(id, plan.unitId(), today), today);
        });
  }

  Stored<Plan> get(UUID id) {
    return store.get(id);
  }

  /** The line of a plan that classes may name, or empty. */
  public Optional<Plan.Line> line(UUID lineId) {
    return Optional.ofNullable(store.documents().find(Filters.eq("ix.lines", lineId)).first())
        .map(store::stored)
        .flatMap(
            stored ->
                stored.state().lines().stream()
                    .filter(line -> line.id().equals(lineId))
                    .findFirst());
  }

  /** Somebody gained a competency, or did not after all: needs are met, or open again. */
  public void follow(CompetencyEvent event, Function<UUID, CommandContext> by) {
    BiFunction<Plan, CompetencyEvent, Decision<Plan>> decide =
        (plan, told) ->
            switch (told) {
              case CompetencyGained gained -> plan.gained(gained);
              case CompetencyWithdrawn withdrawn ->
                  plan.withdrawn(
                      withdrawn, competencies.gained(withdrawn.personId(), withdrawn.competency()));
            };
    var ids =
        store
            .documents()
            .find(Filters.eq("ix.people", event.personId()))
            .projection(Projections.include("_id"))
            .map(document -> document.get("_id", UUID.class))
            .into(new ArrayList<>());
    for (var id : ids) {
      store.change(id, by.apply(id), plan -> decide.apply(plan, event));
    }
  }

  /** Plans of units, those behind an id. */
  List<Stored<Plan>> list(
      Collection<UUID> units, @Nullable Integer year, @Nullable UUID behind, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.in("ix.unit", units));
    if (year != null) {
      filters.add(Filters.eq("ix.year", year));
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
