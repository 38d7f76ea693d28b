package vn.sen.membership.household;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.membership.member.KnownHouseholds;

@Configuration(proxyBeanMethods = false)
class HouseholdConfiguration {

  private static final AggregateKind<Household> KIND =
      new AggregateKind<Household>(
              "household",
              "households",
              Topic.HOUSEHOLDS,
              MembershipEvents.SOURCE,
              MembershipEvents.CATALOG,
              Household.class,
              _ -> Map.of(),
              _ -> List.of(),
              List.of())
          .withSecrets("/address");

  @Bean
  AggregateStore<Household> householdStore(AggregateStores stores) {
    return stores.open(KIND);
  }

  @Bean
  KnownHouseholds knownHouseholds(AggregateStore<Household> store) {
    return household -> store.find(household).isPresent();
  }

  /**
   * Bound to the members' events; the name is the one in {@code spring.cloud.function.definition}.
   */
  @Bean
  Consumer<Message<?>> residents(EventConsumers consumers, Roster handler) {
    return consumers.consumer(Roster.GROUP, MembershipEvents.CATALOG, handler);
  }
}
