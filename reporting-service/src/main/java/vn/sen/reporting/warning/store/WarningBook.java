package vn.sen.reporting.warning.store;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.reporting.ReportingEvents;
import vn.sen.reporting.warning.Warning;

/** Keeps what subscribers were last told of each rule and unit. */
public final class WarningBook {

  private static final String STANDING = "standing";

  private static final AggregateKind<Warning> KIND =
      new AggregateKind<>(
          "warning",
          "warnings",
          Topic.WARNINGS,
          ReportingEvents.SOURCE,
          ReportingEvents.CATALOG,
          Warning.class,
          warning -> warning.level() == null ? Map.of() : Map.of(STANDING, warning.rule()),
          _ -> List.of(),
          List.of(List.of(STANDING)));

  private final AggregateStore<Warning> store;

  public WarningBook(AggregateStores stores) {
    this.store = stores.open(KIND);
  }

  /** The id under which events tell of a rule and a unit. */
  public static UUID idOf(String rule, UUID unit) {
    return CommandContext.derive("warning", rule, unit.toString());
  }

  /** The warnings that nobody has lifted. */
  List<Warning> standing() {
    var documents =
        store.documents().find(Filters.exists("ix." + STANDING)).into(new ArrayList<>());
    return store.stored(documents).stream().map(Stored::state).toList();
  }

  /** Decides against whatever was told last, by whichever instance. */
  Committed change(
      String rule, UUID unit, CommandContext by, Function<Warning, Decision<Warning>> decide) {
    return store.changeOrBegin(idOf(rule, unit), by, Warning.none(rule, unit), decide);
  }
}
