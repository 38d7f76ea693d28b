package vn.sen.identity.client;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.identity.IdentityEvents;

/** Keeps the machine clients, and carries out commands to them. */
@Component
public class Clients {

  private static final String CLIENT_ID = "clientId";

  private static final AggregateKind<Client> KIND =
      new AggregateKind<>(
          "client",
          "clients",
          Topic.ACCESS,
          IdentityEvents.SOURCE,
          IdentityEvents.CATALOG,
          Client.class,
          client -> Map.of(CLIENT_ID, client.clientId()),
          client -> List.of("clientId:" + client.clientId()),
          List.of(List.of(CLIENT_ID)));

  private final AggregateStore<Client> store;
  private final Clock clock;

  Clients(AggregateStores stores, Clock clock) {
    this.store = stores.open(KIND);
    this.clock = clock;
  }

  Committed register(CommandContext by, Client.Registration registration) {
    return store.create(by.newId(), by, () -> Client.register(registration, LocalDate.now(clock)));
  }

  Committed moveKeys(UUID id, CommandContext by, String url) {
    return store.change(id, by, client -> client.moveKeys(url, LocalDate.now(clock)));
  }

  Committed shutOut(UUID id, CommandContext by) {
    return store.change(id, by, client -> client.shutOut(clock.instant()));
  }

  Stored<Client> get(UUID id) {
    return store.get(id);
  }

  public Optional<Stored<Client>> find(UUID id) {
    return store.find(id);
  }

  /** The client that calls itself so. */
  public Optional<Stored<Client>> named(String clientId) {
    return Optional.ofNullable(
            store.documents().find(Filters.eq("ix." + CLIENT_ID, clientId)).first())
        .map(store::stored);
  }

  /** By name, those behind a name. */
  List<Stored<Client>> behind(String clientId, int limit) {
    return store
        .documents()
        .find(Filters.gt("ix." + CLIENT_ID, clientId))
        .sort(Sorts.ascending("ix." + CLIENT_ID))
        .limit(limit)
        .map(store::stored)
        .into(new ArrayList<>());
  }
}
