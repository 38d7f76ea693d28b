package vn.sen.lending.duty;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.lending.LendingEvents;

@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

  /** Bound to lending's own events; the name is the one in {@code …function.definition}. */
  @Bean
  Consumer<Message<?>> duties(EventConsumers consumers, DutyNews handler) {
    return consumers.consumer(DutyNews.GROUP, LendingEvents.CATALOG, handler);
  }
}
