package vn.sen.lending.programme;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;

/** Keeps the programmes. */
@Component
public class Programmes {

  private static final AggregateKind<Programme> KIND =
      new AggregateKind<>(
          "programme",
          "programmes",
          Topic.PROGRAMMES,
          LendingEvents.SOURCE,
          LendingEvents.CATALOG,
          Programme.class,
          programme -> Map.of("code", programme.code(), "since", programme.since().toString()),
          programme -> List.of("code:" + programme.code()),
          List.of(List.of("code")));

  private final AggregateStore<Programme> store;

  /** A programme keeps its code for ever. */
  private final Map<String, UUID> known = new ConcurrentHashMap<>();

  Programmes(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  /** The programme of a code, or empty. */
  public Optional<UUID> byCode(String code) {
    var id = known.get(code);
    if (id != null) {
      return Optional.of(id);
    }
    var found = store.documents().find(Filters.eq("ix.code", code)).first();
    if (found == null) {
      return Optional.empty();
    }
    known.put(code, found.get("_id", UUID.class));
    return Optional.of(found.get("_id", UUID.class));
  }

  Committed register(CommandContext by, String code, String name, LocalDate from) {
    return store.create(by.newId(), by, Programme.register(code, name, from));
  }

  Committed rename(UUID id, CommandContext by, String name, LocalDate from) {
    return store.change(id, by, programme -> programme.rename(name, from));
  }

  Stored<Programme> get(UUID id) {
    return store.get(id);
  }

  /** Programmes that exist on a day, by code, those behind a code. */
  List<Stored<Programme>> on(LocalDate day, String behindCode, int limit) {
    return store
        .documents()
        .find(
            Filters.and(Filters.gt("ix.code", behindCode), Filters.lte("ix.since", day.toString())))
        .sort(Sorts.ascending("ix.code"))
        .limit(limit)
        .map(store::stored)
        .into(new ArrayList<>());
  }
}
