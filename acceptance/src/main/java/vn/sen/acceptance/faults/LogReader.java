package vn.sen.acceptance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the events of members and units, and what became dead letters, from now on. */
final class LogReader implements AutoCloseable {

  static final String MEMBERS = "membership.member.events.v1";
  static final String UNITS = "membership.orgunit.events.v1";
  static final List<String> GROUPS = List.of("reporting.membership", "membership.households");

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Map<String, Long> begin = new HashMap<>();
  private final List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
  private final List<ConsumerRecord<byte[], byte[]>> unitEvents = new ArrayList<>();
  private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

  LogReader(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    addPartitions(MEMBERS);
    addPartitions(UNITS);
    GROUPS.forEach(group -> addPartitions(MEMBERS + ".dlt." + group));
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    for (var partition : partitions) {
      long position = consumer.position(partition);
      if (partition.topic().equals(MEMBERS)) {
        begin.put(Integer.toString(partition.partition()), position);
      }
    }
  }

  private void addPartitions(String topic) {
    consumer
        .partitionsFor(topic)
        .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
  }

  /** Reads up to the present end. */
  void readOn() {
    var ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      for (var record : consumer.poll(Duration.ofMillis(200))) {
        of(record.topic()).add(record);
      }
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> of(String topic) {
    return switch (topic) {
      case MEMBERS -> events;
      case UNITS -> unitEvents;
      default -> deadLetters;
    };
  }

  List<LogRecord> events() {
    return events.stream().map(LogRecord::of).toList();
  }

  List<LogRecord> unitEvents() {
    return unitEvents.stream().map(LogRecord::of).toList();
  }

  /** Some events of aggregates, in a random order, as they came: poison would be poison again. */
  List<ConsumerRecord<byte[], byte[]>> anyEvents(int count, Random random) {
    var readable = events.stream().filter(e -> LogRecord.of(e).aggregate() != null).toList();
    var chosen = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (int i = 0; i < count && !readable.isEmpty(); i++) {
      chosen.add(readable.get(random.nextInt(readable.size())));
    }
    return chosen;
  }

  Optional<ConsumerRecord<byte[], byte[]>> firstOf(UUID aggregate) {
    return events.stream().filter(r -> aggregate.equals(LogRecord.of(r).aggregate())).findFirst();
  }

  /**
   * Where the dead letters of a group were, with the reason why: partition-offset to reason. What
   * was on the log before is left out: it comes again where a group begins again.
   */
  Map<String, String> deadLettersOf(String group) {
    var found = new HashMap<String, String>();
    for (var letter : deadLetters) {
      var partition = LogRecord.header(letter, "sen_dlt_partition");
      var offset = LogRecord.header(letter, "sen_dlt_offset");
      if (letter.topic().endsWith(".dlt." + group)
          && LogRecord.header(letter, "sen_dlt_topic").equals(MEMBERS)
          && Long.parseLong(offset) >= begin.getOrDefault(partition, 0L)) {
        found.put(partition + "-" + offset, LogRecord.header(letter, "sen_dlt_reason"));
      }
    }
    return found;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
