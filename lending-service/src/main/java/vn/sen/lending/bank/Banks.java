package vn.sen.lending.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Page;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;
import vn.sen.lending.naming.NamedList;
import vn.sen.lending.naming.NamedList.NamedOnDay;

/** Keeps the banks. */
@Component
class Banks {

  private static final AggregateKind<Bank> KIND =
      new AggregateKind<>(
          "bank",
          "banks",
          Topic.BANKS,
          LendingEvents.SOURCE,
          LendingEvents.CATALOG,
          Bank.class,
          NamedList::index,
          bank -> List.of("code:" + bank.code()),
          List.of(List.of(NamedList.CODE)));

  private final AggregateStore<Bank> store;
  private final NamedList list;

  Banks(AggregateStores stores, NamedList list) {
    this.store = stores.open(KIND);
    this.list = list;
  }

  Committed register(CommandContext by, BankCommand.Register command) {
    return store.create(
        by.newId(), by, Decision.of(null, Bank.decide(null, command), Bank::evolve));
  }

  Committed change(UUID id, CommandContext by, BankCommand command) {
    return store.change(
        id, by, bank -> Decision.of(bank, Bank.decide(bank, command), Bank::evolve));
  }

  Optional<Stored<Bank>> find(UUID id) {
    return store.find(id);
  }

  Stored<Bank> get(UUID id) {
    return store.get(id);
  }

  /** Banks the Union works with on a day, by code. */
  ResponseEntity<Page<NamedOnDay>> page(
      @Nullable LocalDate at, int limit, @Nullable String cursor) {
    return list.page(store, at, limit, cursor);
  }
}
