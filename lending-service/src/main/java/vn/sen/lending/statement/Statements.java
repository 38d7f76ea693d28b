package vn.sen.lending.statement;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** Keeps what is decided about statements. */
@Component
class Statements {

  /** Below {@code ix}: whether the statement's word is taken for some differences. */
  private static final String ACCEPTED = "accepted";

  private static final AggregateKind<Statement> KIND =
      new AggregateKind<>(
          "statement",
          "statements",
          Topic.STATEMENTS,
          LendingEvents.SOURCE,
          LendingEvents.CATALOG,
          Statement.class,
          statement ->
              Map.of("bank", statement.bankId(), ACCEPTED, !statement.accepted().isEmpty()),
          _ -> List.of(),
          List.of(List.of(ACCEPTED)));

  private final AggregateStore<Statement> store;

  Statements(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  /** The statement that a bank's file id names, announced or not. */
  static UUID idOf(UUID bankId, String fileId) {
    return CommandContext.derive("statement", bankId.toString(), fileId);
  }

  Optional<Stored<Statement>> find(UUID id) {
    return store.find(id);
  }

  /** Those whose word is taken for some differences. */
  List<Stored<Statement>> accepted() {
    return store.stored(
        store.documents().find(Filters.eq("ix." + ACCEPTED, true)).into(new ArrayList<>()));
  }

  Committed receive(UUID id, CommandContext by, Supplier<Decision<Statement>> decide) {
    return store.create(id, by, decide);
  }

  Committed change(UUID id, CommandContext by, Function<Statement, Decision<Statement>> decide) {
    return store.change(id, by, decide);
  }
}
