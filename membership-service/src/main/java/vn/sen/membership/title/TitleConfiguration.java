package vn.sen.membership.title;

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
class TitleConfiguration {

  private static final AggregateKind<Title> KIND =
      new AggregateKind<>(
          "title",
          "titles",
          Topic.TITLES,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          Title.class,
          _ -> Map.of(),
          title -> List.of("code:" + title.code()),
          List.of());

  @Bean
  AggregateStore<Title> titleStore(AggregateStores stores) {
    return stores.open(KIND);
  }
}
