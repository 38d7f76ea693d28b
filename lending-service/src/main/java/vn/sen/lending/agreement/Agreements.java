package vn.sen.lending.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.lending.AgreementTerms;
import vn.sen.events.lending.LendingEvents;

/** Keeps what is agreed with the banks: one agreement for each, which exists with the bank. */
@Component
public class Agreements {

  private static final AggregateKind<Agreement> KIND =
      new AggregateKind<>(
          "agreement",
          "agreements",
          Topic.AGREEMENTS,
          LendingEvents.SOURCE,
          LendingEvents.CATALOG,
          Agreement.class,
          agreement -> Map.of("bank", agreement.bankId()),
          _ -> List.of(),
          List.of());

  private final AggregateStore<Agreement> store;

  Agreements(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  private static UUID idOf(UUID bankId) {
    return CommandContext.derive("agreement", bankId.toString());
  }

  /** All terms with a bank, the oldest first; none where nothing is agreed. */
  public List<AgreementTerms> terms(UUID bankId) {
    return store.find(idOf(bankId)).map(stored -> stored.state().terms()).orElse(List.of());
  }

  /** The terms with a bank on a day; empty where nothing is agreed. */
  public Optional<AgreementTerms> on(UUID bankId, LocalDate day) {
    return get(bankId).state().on(day);
  }

  Stored<Agreement> get(UUID bankId) {
    return store
        .find(idOf(bankId))
        .orElseGet(() -> new Stored<>(idOf(bankId), 0, Agreement.none(bankId)));
  }

  Committed change(
      UUID bankId, CommandContext by, Function<Agreement, Decision<Agreement>> decide) {
    return store.changeOrBegin(idOf(bankId), by, Agreement.none(bankId), decide);
  }
}
