package vn.sen.training.participant;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.training.TrainingEvents;

/** Keeps the participants whom only training knows. */
@Component
class Participants {

  private static final AggregateKind<Participant> KIND =
      new AggregateKind<Participant>(
              "participant",
              "participants",
              Topic.PARTICIPANTS,
              TrainingEvents.SOURCE,
              TrainingEvents.CATALOG,
              Participant.class,
              participant -> Map.of("unit", participant.unitId()),
              _ -> List.of(),
              List.of(List.of("unit")))
          .withSecrets("/name");

  private final AggregateStore<Participant> store;
  private final DataKeys keys;

  Participants(AggregateStores stores, DataKeys keys) {
    this.store = stores.open(KIND);
    this.keys = keys;
  }

  Committed register(CommandContext by, Decision<Participant> decision) {
    return store.create(by.newId(), by, decision);
  }

  Committed change(
      UUID id, CommandContext by, Function<Participant, Decision<Participant>> decide) {
    return store.change(id, by, decide);
  }

  /** Erases the name, and destroys the key; safe to repeat. */
  Committed erase(
      UUID id, CommandContext by, LocalDate today, Function<Participant, Participant> checked) {
    var done = store.change(id, by, participant -> checked.apply(participant).erase(today));
    keys.destroy(id);
    return done;
  }

  Stored<Participant> get(UUID id) {
    return store.get(id);
  }

  Optional<Participant> find(UUID id) {
    return store.find(id).map(Stored::state);
  }

  Map<UUID, Stored<Participant>> findAll(Collection<UUID> ids) {
    return store.findAllWithoutSecrets(ids);
  }

  /** Participants of units, those behind an id. */
  List<Stored<Participant>> list(Collection<UUID> units, @Nullable UUID behind, int limit) {
    var inUnits = Filters.in("ix.unit", units);
    var found =
        store
            .documents()
            .find(behind == null ? inUnits : Filters.and(inUnits, Filters.gt("_id", behind)))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>());
    return store.stored(found);
  }
}
