package vn.sen.membership.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import vn.sen.chassis.consume.EventConsumers;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.membership.transfer.TransferRequest.Waiting;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransferConfiguration.Terms.class)
class TransferConfiguration {

  /**
   * How requests for members of other units are handled. A request keeps the days that held when it
   * was made.
   *
   * @param daysToAnswer so many days the sending unit has before the common superior decides
   */
  @ConfigurationProperties("sen.membership.transfers")
  record Terms(@DefaultValue("15") int daysToAnswer) {}

  static final String STATE = "state";

  /** Below {@code ix}: when it was asked for. */
  static final String REQUESTED_ON = "requestedOn";

  /** Below {@code ix}: the last day for an answer, while one is waited for. */
  static final String ANSWER_BY = "answerBy";

  private static final AggregateKind<TransferRequest> KIND =
      new AggregateKind<TransferRequest>(
              "transfer-request",
              "transferRequests",
              Topic.TRANSFERS,
              MembershipEvents.SOURCE,
              MembershipEvents.CATALOG,
              TransferRequest.class,
              TransferConfiguration::index,
              _ -> List.of(),
              List.of(List.of(STATE, REQUESTED_ON), List.of(REQUESTED_ON), List.of(ANSWER_BY)))
          .withSecrets("/reason");

  private static Map<String, ?> index(TransferRequest request) {
    var index = new HashMap<String, Object>();
    index.put(STATE, request.state().name());
    index.put(REQUESTED_ON, request.ask().requestedOn().toString());
    if (request instanceof Waiting waiting) {
      index.put(ANSWER_BY, waiting.answerBy().toString());
    }
    return index;
  }

  @Bean
  AggregateStore<TransferRequest> transferRequestStore(AggregateStores stores) {
    return stores.open(KIND);
  }

  /**
   * Bound to the requests' events; the name is the one in {@code spring.cloud.function.definition}.
   */
  @Bean
  Consumer<Message<?>> transfers(EventConsumers consumers, TransferProcess handler) {
    return consumers.consumer(TransferProcess.GROUP, MembershipEvents.CATALOG, handler);
  }
}
