package vn.sen.lending.bank;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;

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
          bank -> Map.of("code", bank.code(), "since", bank.since().toString()),
          bank -> List.of("code:" + bank.code()),
          List.of(List.of("code")));

  private final AggregateStore<Bank> store;

  Banks(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  Committed register(CommandContext by, BankCommand.Register command) {
    return store.create(
        by.newId(), by, Decision.of(null, Bank.decide(null, command), Bank::evolve));
  }

  Committed rename(UUID id, CommandContext by, BankCommand.Rename command) {
    return store.change(
        id, by, bank -> Decision.of(bank, Bank.decide(bank, command), Bank::evolve));
  }

  Optional<Stored<Bank>> find(UUID id) {
    return store.find(id);
  }

  Stored<Bank> get(UUID id) {
    return store.get(id);
  }

  /** Banks the Union works with on a day, by code, those behind a code. */
  List<Stored<Bank>> on(LocalDate day, String behindCode, int limit) {
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
