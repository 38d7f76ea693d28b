package vn.sen.membership.cadre;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.events.training.TrainingEvents;

@Configuration(proxyBeanMethods = false)
class CadreConfiguration {

  /** Below {@code ix}: the unit. */
  static final String UNIT = "unit";

  /** Below {@code ix}: all who ever held it. */
  static final String PERSONS = "persons";

  private static final AggregateKind<Post> POSTS =
      new AggregateKind<>(
          "post",
          "posts",
          Topic.POSTS,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          Post.class,
          CadreConfiguration::index,
          _ -> List.of(),
          List.of(List.of(UNIT), List.of(PERSONS)));

  private static final AggregateKind<Qualifications> QUALIFICATIONS =
      new AggregateKind<>(
          "qualifications",
          "qualifications",
          Topic.CADRES,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          Qualifications.class,
          _ -> Map.of(),
          _ -> List.of(),
          List.of());

  private static Map<String, ?> index(Post post) {
    return Map.of(
        UNIT,
        post.unitId(),
        PERSONS,
        post.terms().stream().map(Term::personId).distinct().toList());
  }

  @Bean
  AggregateStore<Post> postStore(AggregateStores stores) {
    return stores.open(POSTS);
  }

  @Bean
  AggregateStore<Qualifications> qualificationsStore(AggregateStores stores) {
    return stores.open(QUALIFICATIONS);
  }

  // Bound to topics; the names are those in spring.cloud.function.definition.

  @Bean
  Consumer<Message<?>> cadresAsMembers(EventConsumers consumers, CadreProcess handler) {
    return consumers.consumer("membership.cadres.members", MembershipEvents.CATALOG, handler);
  }

  @Bean
  Consumer<Message<?>> cadresInUnits(EventConsumers consumers, CadreProcess handler) {
    return consumers.consumer("membership.cadres.units", MembershipEvents.CATALOG, handler);
  }

  @Bean
  Consumer<Message<?>> cadresAppointed(EventConsumers consumers, CadreProcess handler) {
    return consumers.consumer("membership.cadres.appointed", MembershipEvents.CATALOG, handler);
  }

  /**
   * The training service follows this one, so neither can wait for the other's topics: whoever
   * starts first makes what it follows.
   */
  @Bean
  Consumer<Message<?>> competenciesGained(
      EventConsumers consumers, Competencies handler, TopicCheck topics) {
    topics.ensure(List.of(Topic.COMPETENCIES));
    return consumers.consumer(Competencies.GROUP, TrainingEvents.CATALOG, handler);
  }
}
