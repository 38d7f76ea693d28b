package vn.sen.reporting.warning.store;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.chassis.store.Stored;
import vn.sen.events.Topic;
import vn.sen.events.reporting.ReportingEvents;
import vn.sen.reporting.warning.Rule;
import vn.sen.reporting.warning.Terms;

/**
 * Keeps the rules. Those that come with the service exist from the beginning, at version 0, until
 * somebody sets them anew.
 */
public final class RuleBook {

  private static final AggregateKind<Rule> KIND =
      new AggregateKind<>(
          "warning-rule",
          "warning_rules",
          Topic.WARNINGS,
          ReportingEvents.SOURCE,
          ReportingEvents.CATALOG,
          Rule.class,
          rule -> Map.of("code", rule.code()),
          _ -> List.of(),
          List.of());

  private final AggregateStore<Rule> store;
  private final Map<String, Rule> defaults = new LinkedHashMap<>();

  /**
   * @param defaults the rules that come with the service
   */
  public RuleBook(AggregateStores stores, Collection<Rule> defaults) {
    this.store = stores.open(KIND);
    defaults.forEach(rule -> this.defaults.put(rule.code(), rule));
  }

  private static UUID idOf(String code) {
    return CommandContext.derive("warning-rule", code);
  }

  /** All rules with their versions, by code. */
  public List<Stored<Rule>> stored() {
    var rules = new LinkedHashMap<String, Stored<Rule>>();
    defaults.forEach((code, rule) -> rules.put(code, new Stored<>(idOf(code), 0, rule)));
    var written = store.documents().find(Filters.exists("ix.code")).into(new ArrayList<>());
    store.stored(written).forEach(rule -> rules.put(rule.state().code(), rule));
    return rules.values().stream()
        .sorted(Comparator.comparing((Stored<Rule> rule) -> rule.state().code()))
        .toList();
  }

  /** All rules, by code. */
  public List<Rule> rules() {
    return stored().stream().map(Stored::state).toList();
  }

  /** A rule; empty where nothing was ever laid down under the code. */
  public Optional<Stored<Rule>> find(String code) {
    return store
        .find(idOf(code))
        .or(
            () ->
                Optional.ofNullable(defaults.get(code))
                    .map(rule -> new Stored<>(idOf(code), 0, rule)));
  }

  /**
   * Lets a rule say something from a day on; a code that nobody has used yet makes a new one.
   *
   * @throws vn.sen.chassis.domain.RuleViolation if it was changed in the meantime
   */
  public Committed set(String code, CommandContext by, Terms terms) {
    var unwritten = defaults.getOrDefault(code, new Rule(code, List.of()));
    return store.changeOrBegin(idOf(code), by, unwritten, rule -> rule.set(terms));
  }
}
