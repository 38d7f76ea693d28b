package vn.sen.benchmarks.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.events.Topic;

/**
 * A topic full of members' events.
 *
 * @param bootstrap the broker
 * @param topic holds nothing else
 * @param members of whom it tells
 * @param events in all, as many of each member
 */
public record MemberLog(String bootstrap, Topic topic, int members, long events) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTITIONS = 6;

  /** Writes a log: all members' first events, then all second ones, and so on. */
  public static MemberLog write(String bootstrap, String topic, int members, int eventsEach) {
    var log =
        new MemberLog(
            bootstrap, new Topic(topic, PARTITIONS), members, (long) members * eventsEach);
    new TopicCheck(bootstrap, PATIENCE).ensure(List.of(log.topic));
    var failure = new AtomicReference<@Nullable Exception>();
    try (var producer =
        new KafkaProducer<>(
            log.producerConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int sequence = 1; sequence <= eventsEach; sequence++) {
        for (int member = 0; member < members; member++) {
          producer.send(
              MemberHistory.event(member, sequence).toProducerRecord(topic),
              (_, e) -> {
                if (e != null) {
                  failure.set(e);
                }
              });
        }
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException("The log could not be written", failure.get());
    }
    return log;
  }

  private Map<String, Object> producerConfig() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        20,
        ProducerConfig.BATCH_SIZE_CONFIG,
        128 * 1024);
  }

  /** A consumer at the beginning of all partitions, fetching like a view. */
  Consumer<byte[], byte[]> read() {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions());
    consumer.seekToBeginning(partitions());
    return consumer;
  }

  List<TopicPartition> partitions() {
    var partitions = new ArrayList<TopicPartition>();
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new TopicPartition(topic.name(), i));
    }
    return partitions;
  }
}
