package vn.sen.chassis.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.sen.chassis.view.ViewPosition.TopicPosition;
import vn.sen.events.Topic;

/**
 * Reads the log outside of any group, from one position to another. Thread-safe: every reading has
 * a connection of its own.
 */
public final class LogReader {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** So long the broker may give nothing although there is something. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrap;
  private final String client;

  LogReader(String bootstrap, String client) {
    this.bootstrap = bootstrap;
    this.client = client;
  }

  /**
   * Where the topics end now; those that do not exist are left out.
   *
   * @throws KafkaException if the broker does not answer
   */
  public ViewPosition ends(Collection<Topic> topics) {
    return positions(topics, OffsetSpec.latest());
  }

  /**
   * Where the topics ended at an instant, by the broker's own clock: everything it had appended
   * before is before it.
   *
   * @throws KafkaException if the broker does not answer
   */
  public ViewPosition before(Instant instant, Collection<Topic> topics) {
    return positions(topics, OffsetSpec.forTimestamp(instant.toEpochMilli()));
  }

  private ViewPosition positions(Collection<Topic> topics, OffsetSpec spec) {
    try (var watch = new LogWatch(bootstrap, client, topics.stream().map(Topic::name).toList())) {
      var described = watch.describe();
      var partitions = new ArrayList<TopicPartition>();
      described.forEach(
          (name, topic) ->
              topic
                  .partitions()
                  .forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
      var ends = watch.ends(partitions);
      var asked = watch.offsets(partitions, spec);
      var positions = new HashMap<String, TopicPosition>();
      described.forEach(
          (name, topic) -> {
            var next = new Long[topic.partitions().size()];
            topic
                .partitions()
                .forEach(
                    p -> {
                      var partition = new TopicPartition(name, p.partition());
                      long offset = asked.getOrDefault(partition, -1L);
                      // nothing was appended at or after the instant
                      next[p.partition()] = offset < 0 ? ends.getOrDefault(partition, 0L) : offset;
                    });
            positions.put(name, new TopicPosition(topic.topicId().toString(), List.of(next)));
          });
      return new ViewPosition(positions);
    }
  }

  /**
   * Reads everything before a position.
   *
   * @throws LogGone if a topic is another one than the position's, or has lost its beginning
   * @throws KafkaException if the broker does not answer
   */
  public void read(ViewPosition until, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    read(ViewPosition.NONE, until, each);
  }

  /**
   * Reads what lies between two positions, each partition in its order.
   *
   * @param from topics that are not in it are read from their beginning
   * @throws LogGone if a topic is another one than a position's, or has lost what is asked for
   * @throws KafkaException if the broker does not answer
   */
  public void read(
      ViewPosition from, ViewPosition until, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    requireSameTopics(from, until);
    var ends = offsets(until);
    var begins = offsets(from);
    var partitions =
        ends.entrySet().stream()
            .filter(end -> begins.getOrDefault(end.getKey(), 0L) < end.getValue())
            .map(Map.Entry::getKey)
            .toList();
    if (partitions.isEmpty()) {
      return;
    }
    try (var reading = new Reading(newConsumer())) {
      reading.read(partitions, begins, ends, each);
    }
  }

  private void requireSameTopics(ViewPosition from, ViewPosition until) {
    try (var watch = new LogWatch(bootstrap, client, until.topics().keySet())) {
      var ids = watch.ids();
      until
          .topics()
          .forEach(
              (name, position) -> {
                var before = from.topics().get(name);
                if (!position.topicId().equals(ids.get(name))
                    || before != null && !before.topicId().equals(position.topicId())) {
                  throw new LogGone(name);
                }
              });
    }
  }

  /** The next offsets of a position's partitions. */
  static Map<TopicPartition, Long> offsets(ViewPosition position) {
    var offsets = new HashMap<TopicPartition, Long>();
    position
        .topics()
        .forEach(
            (name, topic) -> {
              for (int p = 0; p < topic.next().size(); p++) {
                offsets.put(new TopicPartition(name, p), Math.max(0, topic.next().get(p)));
              }
            });
    return offsets;
  }

  private KafkaConsumer<byte[], byte[]> newConsumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.CLIENT_ID_CONFIG,
            client,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** One way through the log. */
  private record Reading(KafkaConsumer<byte[], byte[]> consumer) implements AutoCloseable {

    void read(
        List<TopicPartition> partitions,
        Map<TopicPartition, Long> begins,
        Map<TopicPartition, Long> ends,
        Consumer<ConsumerRecord<byte[], byte[]>> each) {
      consumer.assign(partitions);
      var kept = consumer.beginningOffsets(partitions);
      for (var partition : partitions) {
        long begin = begins.getOrDefault(partition, 0L);
        if (kept.getOrDefault(partition, 0L) > begin) {
          throw new LogGone(partition.topic());
        }
        consumer.seek(partition, begin);
      }
      var open = new ArrayList<>(partitions);
      long heardAt = System.nanoTime();
      while (!open.isEmpty()) {
        var polled = consumer.poll(POLL);
        for (var partition : polled.partitions()) {
          long end = end(ends, partition);
          polled.records(partition).stream().filter(r -> r.offset() < end).forEach(each);
        }
        var done = open.stream().filter(p -> consumer.position(p) >= end(ends, p)).toList();
        if (!done.isEmpty()) {
          open.removeAll(done);
          consumer.pause(done);
        }
        if (!polled.isEmpty() || !done.isEmpty()) {
          heardAt = System.nanoTime();
        } else if (System.nanoTime() - heardAt > PATIENCE.toNanos()) {
          throw new KafkaException("Nothing comes from " + open + " behind what was read");
        }
      }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
      return ends.getOrDefault(partition, 0L);
    }

    @Override
    public void close() {
      consumer.close(CloseOptions.timeout(CLOSING));
    }
  }
}
