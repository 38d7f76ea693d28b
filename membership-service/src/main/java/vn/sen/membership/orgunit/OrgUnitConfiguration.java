package vn.sen.membership.orgunit;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

@Configuration(proxyBeanMethods = false)
class OrgUnitConfiguration {

  /** Units and redrawings share the collection, so that their natural keys are unique over both. */
  static final String COLLECTION = "orgunits";

  /** Below {@code ix}: there where a number of women waits for approval. */
  static final String PROPOSES = "proposes";

  private static final AggregateKind<Unit> KIND =
      new AggregateKind<>(
          "unit",
          COLLECTION,
          Topic.ORG_UNITS,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          Unit.class,
          OrgUnitConfiguration::index,
          Unit::keys,
          List.of(List.of(PROPOSES)));

  private static Map<String, ?> index(Unit unit) {
    return unit.proposedWomen().isEmpty() ? Map.of() : Map.of(PROPOSES, true);
  }

  @Bean
  AggregateStore<Unit> unitStore(AggregateStores stores) {
    return stores.open(KIND);
  }

  /** Business dates are days in Việt Nam. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
  }
}
