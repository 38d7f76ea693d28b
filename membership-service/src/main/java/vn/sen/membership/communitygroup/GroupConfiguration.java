package vn.sen.membership.communitygroup;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.membership.MembershipEvents;

@Configuration(proxyBeanMethods = false)
class GroupConfiguration {

  /**
   * Bound to the members' events; the name is the one in {@code spring.cloud.function.definition}.
   */
  @Bean
  Consumer<Message<?>> leavers(EventConsumers consumers, Departures handler) {
    return consumers.consumer(Departures.GROUP, MembershipEvents.CATALOG, handler);
  }

  /**
   * Bound to the groups' events; the name is the one in {@code spring.cloud.function.definition}.
   */
  @Bean
  Consumer<Message<?>> joiners(EventConsumers consumers, Joins handler) {
    return consumers.consumer(Joins.GROUP, MembershipEvents.CATALOG, handler);
  }
}
