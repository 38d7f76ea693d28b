package vn.sen.lending.duty;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.sen.events.lending.LendingEvents;

/** Keeps the payments of fees. */
@Component
class Fees {

  private static final AggregateKind<Fee> KIND =
      new AggregateKind<>(
          "fee",
          "fees",
          Topic.FEES,
          LendingEvents.SOURCE,
          LendingEvents.CATALOG,
          Fee.class,
          fee ->
              Map.of("bank", fee.bankId(), "unit", fee.unitId(), "month", fee.month().toString()),
          _ -> List.of(),
          List.of(List.of("unit", "month")));

  private final AggregateStore<Fee> store;

  Fees(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  Committed receive(Fee fee, LocalDate today, CommandContext by) {
    return store.create(by.newId(), by, () -> Fee.receive(fee, today));
  }

  Committed change(UUID id, CommandContext by, Function<Fee, Decision<Fee>> decide) {
    return store.change(id, by, decide);
  }

  Stored<Fee> get(UUID id) {
    return store.get(id);
  }

  /**
   * Payments to units, those behind an id.
   *
   * @param bank null for all banks
   * @param month that they are for; null for all
   */
  List<Stored<Fee>> list(
      Collection<UUID> units,
      @Nullable UUID bank,
      @Nullable YearMonth month,
      @Nullable UUID behind,
      int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(Filters.in("ix.unit", units));
    if (bank != null) {
      filters.add(Filters.eq("ix.bank", bank));
    }
    if (month != null) {
      filters.add(Filters.eq("ix.month", month.toString()));
    }
    if (behind != null) {
      filters.add(Filters.gt("_id", behind));
    }
    return store.stored(
        store
            .documents()
            .find(Filters.and(filters))
            .sort(Sorts.ascending("_id"))
            .limit(limit)
            .into(new ArrayList<>()));
  }
}
