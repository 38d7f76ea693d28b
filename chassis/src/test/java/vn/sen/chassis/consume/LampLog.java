package vn.sen.chassis.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;

/** A topic of lamp events and what a test does with it. */
final class LampLog implements AutoCloseable {

  final String topic = "test.lamp." + UUID.randomUUID();
  final String group = "test.lamps-" + UUID.randomUUID();
  private final Map<String, Object> config =
      Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap());
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());

  /**
   * Returns when all partitions have a leader that answers: a record sent earlier can be overtaken
   * by later ones.
   */
  void createTopic(int partitions) {
    var bytes = new ByteArrayDeserializer();
    try (var admin = Admin.create(config);
        var consumer = new KafkaConsumer<>(new HashMap<>(config), bytes, bytes)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
          .all()
          .get();
      consumer.endOffsets(
          IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)).toList());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static EventRecord record(UUID lamp, long sequence, LampEvent event) {
    return record(lamp, sequence, LampEvent.CATALOG.nameOf(event), LampEvent.CATALOG.encode(event));
  }

  static EventRecord record(UUID lamp, long sequence, String type, byte[] data) {
    return new EventRecord(
        EventRecord.idOf(lamp, sequence),
        "/sen/test",
        lamp,
        type,
        Instant.parse("2026-01-02T03:04:05Z"),
        sequence,
        LocalDate.parse("2023-10-30"),
        Cause.UNKNOWN,
        data);
  }

  void lit(UUID lamp, long sequence) {
    send(record(lamp, sequence, new LampEvent.LampLit((int) sequence)));
  }

  void dusted(UUID lamp, long sequence) {
    send(record(lamp, sequence, new LampEvent.LampDusted()));
  }

  void send(EventRecord record) {
    send(record.toProducerRecord(topic));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(
        record,
        (_, failure) -> {
          if (failure != null) {
            throw new IllegalStateException(failure);
          }
        });
  }

  void flush() {
    producer.flush();
  }

  /** Everything in the group's dead-letter topic. */
  List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    producer.flush();
    var letters = new TopicPartition(Topic.deadLetters(topic, group), 0);
    var bytes = new ByteArrayDeserializer();
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var consumer = new KafkaConsumer<>(new HashMap<>(config), bytes, bytes)) {
      consumer.assign(List.of(letters));
      consumer.seekToBeginning(List.of(letters));
      long end = consumer.endOffsets(List.of(letters)).get(letters);
      while (consumer.position(letters) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
