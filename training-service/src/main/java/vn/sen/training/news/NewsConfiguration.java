package vn.sen.training.news;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.training.TrainingEvents;
import vn.sen.training.people.KnownPeople;

/** The beans' names are those in {@code spring.cloud.function.definition}. */
@Configuration(proxyBeanMethods = false)
class NewsConfiguration {

  /** Bound to the members' events. */
  @Bean
  Consumer<Message<?>> members(EventConsumers consumers, MemberNews handler) {
    return consumers.consumer(MemberNews.GROUP, MembershipEvents.CATALOG, handler);
  }

  /** Keeps the copy of members; there are many, so it takes what they tell in batches. */
  @Bean
  MessageListenerContainer memberCopy(EventConsumers consumers, KnownPeople people) {
    return consumers.eventBatches(
        "training.people",
        Topic.MEMBERS.name(),
        MembershipEvents.CATALOG,
        received -> people.note(received.stream().flatMap(MemberCopy::news).toList()));
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

  /** Bound to training's own events of participants. */
  @Bean
  Consumer<Message<?>> participantEvents(EventConsumers consumers, ParticipantNews handler) {
    return consumers.consumer(ParticipantNews.GROUP, TrainingEvents.CATALOG, handler);
  }

  /** Bound to the titles' events. */
  @Bean
  Consumer<Message<?>> titles(EventConsumers consumers, TitleNews handler) {
    return consumers.consumer(TitleNews.GROUP, MembershipEvents.CATALOG, handler);
  }

  /** Bound to training's own events of competencies. */
  @Bean
  Consumer<Message<?>> competencyEvents(EventConsumers consumers, CompetencyNews handler) {
    return consumers.consumer(CompetencyNews.GROUP, TrainingEvents.CATALOG, handler);
  }

  /** Bound to the lists of attendance that the membership service has matched. */
  @Bean
  Consumer<Message<?>> attendance(EventConsumers consumers, AttendanceNews handler) {
    return consumers.consumer(AttendanceNews.GROUP, MembershipEvents.CATALOG, handler);
  }
}
