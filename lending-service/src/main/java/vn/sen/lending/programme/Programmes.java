package vn.sen.lending.programme;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;
import vn.sen.lending.naming.NamedList;
import vn.sen.lending.naming.NamedList.NamedOnDay;

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
          NamedList::index,
          programme -> List.of("code:" + programme.code()),
          List.of(List.of(NamedList.CODE)));

  private final AggregateStore<Programme> store;
  private final NamedList list;

  /** A programme keeps its code for ever. */
  private final Map<String, UUID> known = new ConcurrentHashMap<>();

  Programmes(AggregateStores stores, NamedList list) {
    this.store = stores.open(KIND);
    this.list = list;
  }

  /** The programme of a code, or empty. */
  public Optional<UUID> byCode(String code) {
    var id = known.get(code);
    if (id != null) {
      return Optional.of(id);
    }
    var found = store.documents().find(Filters.eq("ix." + NamedList.CODE, code)).first();
    if (found == null) {
      return Optional.empty();
    }
    known.put(code, found.get("_id", UUID.class));
    return Optional.of(found.get("_id", UUID.class));
  }

  public boolean exists(UUID id) {
    return store.find(id).isPresent();
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

  /** Programmes that exist on a day, by code. */
  ResponseEntity<Page<NamedOnDay>> page(
      @Nullable LocalDate at, int limit, @Nullable String cursor) {
    return list.page(store, at, limit, cursor);
  }
}
