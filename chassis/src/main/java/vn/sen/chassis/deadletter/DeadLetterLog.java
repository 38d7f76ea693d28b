package vn.sen.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import vn.sen.events.EventRecord;
import vn.sen.events.MalformedEventException;

/** Reads the dead letters of all groups of the platform. Thread-safe. */
public final class DeadLetterLog {

  private static final String MARK = ".dlt.";
  private static final Duration POLL = Duration.ofMillis(200);

  /** So many whole records are in memory at once, whatever the length of a list. */
  private static final int READ_AT_ONCE = 20;

  /** So long the broker may give nothing although there is something. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String bootstrap;

  public DeadLetterLog(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * Where a letter is.
   *
   * @param letters the topic of letters, {@code <topic>.dlt.<group>}
   */
  public record Place(String letters, long offset) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byTopic = letters.compareTo(other.letters);
      return byTopic == 0 ? Long.compare(offset, other.offset) : byTopic;
    }

    /** The topic it was on, before it became a letter. */
    public String topic() {
      return letters.substring(0, letters.indexOf(MARK));
    }

    /** The group that could not count or handle it. */
    public String group() {
      return letters.substring(letters.indexOf(MARK) + MARK.length());
    }
  }

  /**
   * A dead letter, without what is in it.
   *
   * @param partition where it was on its topic, with {@code offset}
   * @param at when it was put away
   * @param type of the event, null where that cannot be read
   * @param aggregate null where that cannot be read, with {@code sequence}
   * @param reason why it could not be counted or handled
   * @param again whether an operator had delivered it again before it came here
   */
  public record Letter(
      Place place,
      int partition,
      long offset,
      Instant at,
      @Nullable String type,
      @Nullable UUID aggregate,
      @Nullable Long sequence,
      String reason,
      boolean again) {}

  /**
   * A dead letter with what is in it.
   *
   * @param record as it came
   */
  public record Whole(Letter letter, ConsumerRecord<byte[], byte[]> record) {}

  /**
   * Letters by topic, group and offset.
   *
   * @param wanted which topics of letters to look at
   * @param after the last letter of the page before, or null
   * @throws KafkaException if the broker does not answer
   */
  public List<Letter> list(Predicate<Place> wanted, @Nullable Place after, int limit) {
    try (var consumer = consumer(limit)) {
      var topics =
          consumer.listTopics().keySet().stream()
              .filter(topic -> topic.contains(MARK))
              .filter(topic -> wanted.test(new Place(topic, 0)))
              .filter(topic -> after == null || topic.compareTo(after.letters()) >= 0)
              .sorted()
              .map(topic -> new TopicPartition(topic, 0))
              .toList();
      var ends = consumer.endOffsets(topics);
      var found = new ArrayList<Letter>();
      for (var topic : topics) {
        long from = after != null && after.letters().equals(topic.topic()) ? after.offset() + 1 : 0;
        long end = ends.getOrDefault(topic, 0L);
        if (found.size() < limit && from < end) {
          read(
              consumer,
              topic,
              from,
              end,
              limit - found.size(),
              record -> found.add(letter(record)));
        }
      }
      return found;
    }
  }

  /**
   * One letter.
   *
   * @throws KafkaException if the broker does not answer
   */
  public Optional<Whole> find(Place place) {
    if (!place.letters().contains(MARK) || place.offset() < 0) {
      return Optional.empty();
    }
    try (var consumer = consumer(1)) {
      if (!consumer.listTopics().containsKey(place.letters())) {
        return Optional.empty();
      }
      var topic = new TopicPartition(place.letters(), 0);
      long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
      var found = new ArrayList<Whole>();
      if (place.offset() < end) {
        read(
            consumer,
            topic,
            place.offset(),
            end,
            1,
            record -> found.add(new Whole(letter(record), record)));
      }
      return found.stream().filter(whole -> whole.letter().place().equals(place)).findAny();
    }
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      TopicPartition topic,
      long from,
      long end,
      int most,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    consumer.assign(List.of(topic));
    consumer.seek(topic, from);
    long heardAt = System.nanoTime();
    int read = 0;
    while (read < most && consumer.position(topic) < end) {
      var polled = consumer.poll(POLL).records(topic);
      for (var record : polled) {
        if (read < most) {
          each.accept(record);
          read++;
        }
      }
      if (!polled.isEmpty()) {
        heardAt = System.nanoTime();
      } else if (System.nanoTime() - heardAt > PATIENCE.toNanos()) {
        throw new KafkaException("Nothing comes from " + topic);
      }
    }
  }

  private static Letter letter(ConsumerRecord<byte[], byte[]> record) {
    var envelope = envelope(record);
    return new Letter(
        new Place(record.topic(), record.offset()),
        (int) number(record, "sen_dlt_partition"),
        number(record, "sen_dlt_offset"),
        Instant.ofEpochMilli(record.timestamp()),
        EventRecord.typeOf(record),
        envelope == null ? null : envelope.subject(),
        envelope == null ? null : envelope.sequence(),
        Objects.requireNonNullElse(header(record, "sen_dlt_reason"), ""),
        Redelivery.isAgain(record));
  }

  private static @Nullable EventRecord envelope(ConsumerRecord<byte[], byte[]> record) {
    try {
      return EventRecord.from(record);
    } catch (MalformedEventException e) {
      // that may be why it is here
      return null;
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static long number(ConsumerRecord<byte[], byte[]> record, String name) {
    var digits = header(record, name);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private KafkaConsumer<byte[], byte[]> consumer(int most) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(most, READ_AT_ONCE));
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
