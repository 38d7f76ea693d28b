package vn.sen.chassis.guide;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;

/** Keeps the fairs. */
@Component
class Fairs {

  private static final AggregateKind<Fair> KIND =
      new AggregateKind<>(
          "fair",
          "fairs",
          FairEvent.TOPIC,
          FairEvent.SOURCE,
          FairEvent.CATALOG,
          Fair.class,
          fair -> Map.of("unit", fair.unitId().toString(), "on", fair.on().toString()),
          fair -> List.of(),
          List.of(List.of("unit", "on")));

  private final AggregateStore<Fair> store;

  Fairs(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  Committed hold(CommandContext by, Decision<Fair> fair) {
    return store.create(by.newId(), by, fair);
  }

  Committed correct(UUID id, CommandContext by, int stalls) {
    return store.change(id, by, fair -> fair.correct(stalls));
  }

  Stored<Fair> get(UUID id) {
    return store.get(id);
  }
}
