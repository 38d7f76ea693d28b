package vn.sen.training.news;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.training.TrainingEvents;

/** The beans' names are those in {@code spring.cloud.function.definition}. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

  /** Bound to the members' events. */
  @Bean
  Consumer<Message<?>> members(EventConsumers consumers, MemberNews handler) {
    return consumers.consumer(MemberNews.GROUP, MembershipEvents.CATALOG, handler);
  }

  /** Bound to the posts' events. */
  @Bean
  Consumer<Message<?>> posts(EventConsumers consumers, PostNews handler) {
    return consumers.consumer(PostNews.GROUP, MembershipEvents.CATALOG, handler);
  }

  /** Bound to training's own events of classes. */
  @Bean
  Consumer<Message<?>> classEvents(EventConsumers consumers, ClassNews handler) {
    return consumers.consumer(ClassNews.GROUP, TrainingEvents.CATALOG, handler);
  }
}
