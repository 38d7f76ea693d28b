package vn.sen.lending.household;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.MessageListenerContainer;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.restricted.IdentityHash;

@Configuration(proxyBeanMethods = false)
class HouseholdConfiguration {

  @Bean
  MessageListenerContainer identityHashes(EventConsumers consumers, Matching matching) {
    return consumers.batches(Matching.GROUP, IdentityHash.TOPIC.name(), matching::hashes);
  }

  @Bean
  MessageListenerContainer householdsToMatch(EventConsumers consumers, Matching matching) {
    return consumers.eventBatches(
        Matching.GROUP_OF_EVENTS,
        Topic.BORROWING_HOUSEHOLDS.name(),
        LendingEvents.CATALOG,
        matching::events);
  }
}
