package vn.sen.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

/**
 * What a service has published, read from the broker: each event once, because a relay may publish
 * it again.
 */
public final class PublishedRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private PublishedRecords() {}

  /** Waits until an aggregate has published at least so many records. */
  public static List<ConsumerRecord<byte[], byte[]>> of(Topic topic, String aggregate, int count) {
    return where(topic, record -> aggregate.equals(new String(record.key(), UTF_8)), count);
  }

  /** Waits until at least so many records of a kind are on a topic. */
  public static List<ConsumerRecord<byte[], byte[]>> where(
      Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted, int count) {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var seen = new HashSet<String>();
    Map<String, Object> config = Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap());
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (found.size() < count && System.nanoTime() < end) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (wanted.test(record) && isFirst(record, seen)) {
            found.add(record);
          }
        }
      }
    }
    assertThat(found).as("records on %s", topic.name()).hasSizeGreaterThanOrEqualTo(count);
    return found;
  }

  /** What is no event bears no id, and counts each time. */
  private static boolean isFirst(ConsumerRecord<byte[], byte[]> record, Set<String> seen) {
    var id = headers(record).get("ce_id");
    return id == null || seen.add(id);
  }

  /** The headers as text. */
  public static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    var headers = new HashMap<String, String>();
    record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
    return headers;
  }
}
