package vn.sen.lending.review;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.Topic;
import vn.sen.events.lending.LendingEvents;
import vn.sen.events.membership.MembershipEvents;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

  /**
   * Bound to the members' events; the name is the one in {@code spring.cloud.function.definition}.
   */
  @Bean
  Consumer<Message<?>> members(EventConsumers consumers, MemberNews handler) {
    return consumers.consumer(MemberNews.GROUP, MembershipEvents.CATALOG, handler);
  }

  @Bean
  MessageListenerContainer householdsFound(EventConsumers consumers, LoansToReview toReview) {
    return consumers.eventBatches(
        LoansToReview.GROUP,
        Topic.BORROWING_HOUSEHOLDS.name(),
        LendingEvents.CATALOG,
        toReview::events);
  }

  @Bean
  MessageListenerContainer loansOfHouseholds(EventConsumers consumers, LoansToReview toReview) {
    return consumers.eventBatches(
        LoansToReview.GROUP_OF_LOANS,
        Topic.LOANS.name(),
        LendingEvents.CATALOG,
        toReview::loanEvents);
  }
}
