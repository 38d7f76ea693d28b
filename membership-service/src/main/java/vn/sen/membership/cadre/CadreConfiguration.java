package vn.sen.membership.cadre;

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

  // Bound to topics; the names are those in spring.cloud.function.definition.

  @Bean
  Consumer<Message<?>> termsOfMembers(EventConsumers consumers, TermProcess handler) {
    return consumers.consumer("membership.terms.members", MembershipEvents.CATALOG, handler);
  }

  @Bean
  Consumer<Message<?>> termsInUnits(EventConsumers consumers, TermProcess handler) {
    return consumers.consumer("membership.terms.units", MembershipEvents.CATALOG, handler);
  }

  @Bean
  Consumer<Message<?>> termsBegun(EventConsumers consumers, TermProcess handler) {
    return consumers.consumer("membership.terms.begun", MembershipEvents.CATALOG, handler);
  }
}
