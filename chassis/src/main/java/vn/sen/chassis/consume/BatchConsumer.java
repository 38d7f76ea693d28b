package vn.sen.chassis.consume;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Containers of consumers that take batches. */
final class BatchConsumer {

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private BatchConsumer() {}

  static MessageListenerContainer container(
      String bootstrapServers,
      String group,
      String topic,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> handler) {
    var properties = new ContainerProperties(topic);
    properties.setGroupId(group);
    properties.setAckMode(AckMode.BATCH);
    BatchMessageListener<byte[], byte[]> listener = handler::accept;
    properties.setMessageListener(listener);
    var factory =
        new DefaultKafkaConsumerFactory<byte[], byte[]>(
            config(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var container = new ConcurrentMessageListenerContainer<>(factory, properties);
    container.setBeanName(group);
    container.setCommonErrorHandler(untilItWorks());
    return container;
  }

  private static Map<String, Object> config(String bootstrapServers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        // a topic that does not exist yet is looked for again
        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
        5_000,
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        6_000,
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        1_500);
  }

  private static DefaultErrorHandler untilItWorks() {
    var pauses = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
    pauses.setMaxInterval(LONGEST_PAUSE_MILLIS);
    var handler = new DefaultErrorHandler(pauses);
    handler.setClassifications(Map.of(), true);
    return handler;
  }
}
