package vn.sen.membership.rights;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RightsConfiguration.Parameters.class)
class RightsConfiguration {

  /** Parameters of the law, each with the day it came into force and where it is written. */
  @ConfigurationProperties("sen.membership.rights")
  record Parameters(List<Deadline> deadlines) {}

  static final String MEMBER = "member";
  static final String OPEN = "open";

  /** Below {@code ix}: the last day to fulfil it. */
  static final String DUE = "due";

  private static final AggregateKind<Consents> CONSENTS =
      new AggregateKind<>(
          "consents",
          "consents",
          Topic.DATA_REQUESTS,
          MembershipEvents.SOURCE,
          MembershipEvents.CATALOG,
          Consents.class,
          _ -> Map.of(),
          _ -> List.of(),
          List.of());

  private static final AggregateKind<DataRequest> REQUESTS =
      new AggregateKind<DataRequest>(
              "dataRequest",
              "dataRequests",
              Topic.DATA_REQUESTS,
              MembershipEvents.SOURCE,
              MembershipEvents.CATALOG,
              DataRequest.class,
              RightsConfiguration::index,
              _ -> List.of(),
              List.of(List.of(OPEN, DUE), List.of(MEMBER)))
          .withSecrets("/question/identityCheck", "/proof", "/explanation");

  /** A member's consents under the member's id. */
  @Bean
  AggregateStore<Consents> consentsStore(AggregateStores stores) {
    return stores.open(CONSENTS);
  }

  @Bean
  AggregateStore<DataRequest> dataRequestStore(AggregateStores stores) {
    return stores.open(REQUESTS);
  }

  @Bean
  Deadlines deadlines(Parameters parameters) {
    return new Deadlines(parameters.deadlines());
  }

  private static Map<String, ?> index(DataRequest request) {
    return Map.of(
        MEMBER,
        request.question().memberId(),
        OPEN,
        request.isOpen(),
        DUE,
        request.question().fulfilBy().toString());
  }
}
