package vn.sen.chassis.consume;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.integration.IntegrationMessageHeaderAccessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.messaging.Message;
import vn.sen.chassis.deadletter.DeadLetterProducer;
import vn.sen.chassis.deadletter.DeadLetterTopic;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.events.EventCatalog;

/** Makes the functional beans through which a service consumes events. */
public final class EventConsumers implements AutoCloseable {

  private final MongoDatabase database;
  private final String bootstrapServers;
  private final MeterRegistry meters;
  private final TopicCheck topics;
  private final Map<String, EventConsumer> byGroup = new ConcurrentHashMap<>();
  private final List<EventBatches> closedLast = new CopyOnWriteArrayList<>();

  EventConsumers(
      MongoDatabase database, String bootstrapServers, MeterRegistry meters, TopicCheck topics) {
    this.topics = topics;
    this.database = database;
    this.bootstrapServers = bootstrapServers;
    this.meters = meters;
  }

  /**
   * A consumer to be bound to topics.
   *
   * @param group {@code <service>.<purpose>}, also to be set as the binding's group
   * @param catalog the events on those topics; others go to the dead letters
   * @throws IllegalArgumentException if the group has a consumer already
   */
  public Consumer<Message<?>> consumer(
      String group, EventCatalog catalog, DomainEventHandler handler) {
    var consumer =
        new EventConsumer(
            group,
            catalog,
            handler,
            new Inbox(database, group),
            new DeadLetterProducer(bootstrapServers, group),
            meters);
    if (byGroup.putIfAbsent(group, consumer) != null) {
      consumer.close();
      throw new IllegalArgumentException("Group " + group + " has a consumer already");
    }
    return message -> consumer.accept(sourceRecord(message));
  }

  /**
   * Hands a topic's records over in batches, at least once each, for handlers that make the same of
   * them however often and in whatever order they come. A batch that fails is handed over again
   * until it does not.
   *
   * @param group {@code <service>.<purpose>}
   * @param handler takes a batch; passes over what it cannot read
   * @return to be made a bean, which starts and ends with the service
   */
  public MessageListenerContainer batches(
      String group, String topic, Consumer<List<ConsumerRecord<byte[], byte[]>>> handler) {
    return BatchConsumer.container(bootstrapServers, group, topic, handler);
  }

  /**
   * The same for events. What cannot be read goes to the group's dead letters, and the rest goes
   * on: an event that is replayed from there comes after later ones of its aggregate.
   *
   * @param catalog the events on the topic
   */
  public MessageListenerContainer eventBatches(
      String group, String topic, EventCatalog catalog, Consumer<List<Received>> handler) {
    topics.ensure(DeadLetterTopic.of(topic, group));
    var batches =
        new EventBatches(group, catalog, handler, new DeadLetterProducer(bootstrapServers, group));
    closedLast.add(batches);
    return batches(group, topic, batches);
  }

  /** The consumer of a binding's group. */
  EventConsumer of(String group) {
    var consumer = byGroup.get(group);
    if (consumer == null) {
      throw new IllegalStateException(
          "No consumer for group %s; groups with one are %s".formatted(group, byGroup.keySet()));
    }
    return consumer;
  }

  @SuppressWarnings("unchecked")
  private static ConsumerRecord<byte[], byte[]> sourceRecord(Message<?> message) {
    return (ConsumerRecord<byte[], byte[]>)
        Objects.requireNonNull(
            message.getHeaders().get(IntegrationMessageHeaderAccessor.SOURCE_DATA));
  }

  @Override
  public void close() {
    byGroup.values().forEach(EventConsumer::close);
    closedLast.forEach(EventBatches::close);
  }
}
