package vn.sen.membership.redrawing;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.membership.RedrawingEvent.CreatedUnit;

@Configuration(proxyBeanMethods = false)
class RedrawingConfiguration {

  /** Below {@code ix}: the ids of the units it has set up; none before it is in force. */
  static final String UNITS = "units";

  /** Below {@code ix}: the first day of the new map. */
  static final String EFFECTIVE_ON = "effectiveOn";

  /** In the collection of the org units, so that the natural keys are unique over both. */
  private static final AggregateKind<Redrawing> KIND =
      new AggregateKind<>(
          "redrawing",
          "orgunits",
          Topic.ORG_UNITS,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          Redrawing.class,
          RedrawingConfiguration::index,
          Redrawing::keys,
          List.of(List.of(UNITS)));

  private static Map<String, ?> index(Redrawing redrawing) {
    var units =
        redrawing instanceof Redrawing.InForce(var draft, _)
            ? draft.created().stream().map(CreatedUnit::id).toList()
            : List.of();
    return Map.of(UNITS, units, EFFECTIVE_ON, redrawing.draft().effectiveOn().toString());
  }

  @Bean
  AggregateStore<Redrawing> redrawingStore(AggregateStores stores) {
    return stores.open(KIND);
  }
}
