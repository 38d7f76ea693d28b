package vn.sen.acceptance.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts records on the members' topic that no relay has sent: what nobody can read, events out of
 * order, events that were there before. New events are copies of a real one for aggregates of their
 * own, so that their effect is known: each admits one member.
 */
final class Intruder implements AutoCloseable {

  private static final int PARTITIONS = 6;

  private final KafkaProducer<byte[], byte[]> producer;
  private final ConsumerRecord<byte[], byte[]> model;
  private final Set<UUID> aggregates = new HashSet<>();
  private final List<String> unreadable = new ArrayList<>();
  private long admitted;

  /**
   * @param model the first event of a member at the branch that is set apart for this
   */
  Intruder(String bootstrap, ConsumerRecord<byte[], byte[]> model) {
    this.model = model;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Aggregates that only this class has written. */
  Set<UUID> aggregates() {
    return Set.copyOf(aggregates);
  }

  /** How many members its events admit, once all of them count. */
  long admitted() {
    return admitted;
  }

  /** Where each consumer must have found a dead letter: partition-offset. */
  List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  /** Poison, an unknown version and data that cannot be read, each with events behind it. */
  void poison(Random random) throws InterruptedException {
    unreadable.add(
        send(
            new ProducerRecord<>(LogReader.MEMBERS, random.nextInt(PARTITIONS), null, bytes("x"))));
    unreadable.add(
        send(
            new ProducerRecord<>(
                LogReader.MEMBERS, random.nextInt(PARTITIONS), bytes("key"), bytes("{}"))));
    blocked("membership.member.registered.v99", model.value());
    blocked(LogRecord.header(model, "ce_type"), bytes("{\"on\": 31"));
  }

  /** The aggregate's first event cannot be read; the second waits until the first comes again. */
  private void blocked(String type, byte[] data) throws InterruptedException {
    var aggregate = newAggregate();
    unreadable.add(send(event(aggregate, 1, type, data)));
    send(valid(aggregate, 2));
    send(valid(aggregate, 1));
    admitted += 2;
  }

  /** Events of before once more, in any order, and new ones whose first comes last. */
  void repeat(List<ConsumerRecord<byte[], byte[]>> before) throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      var aggregate = newAggregate();
      send(valid(aggregate, 3));
      send(valid(aggregate, 2));
      send(valid(aggregate, 2));
      send(valid(aggregate, 1));
      admitted += 3;
    }
    for (var record : before) {
      producer.send(
          new ProducerRecord<>(
              LogReader.MEMBERS,
              record.partition(),
              record.key(),
              record.value(),
              record.headers()));
    }
    producer.flush();
  }

  private UUID newAggregate() {
    var aggregate = UUID.randomUUID();
    aggregates.add(aggregate);
    return aggregate;
  }

  private ProducerRecord<byte[], byte[]> valid(UUID aggregate, long sequence) {
    return event(aggregate, sequence, LogRecord.header(model, "ce_type"), model.value());
  }

  private ProducerRecord<byte[], byte[]> event(
      UUID aggregate, long sequence, String type, byte[] data) {
    var record = new ProducerRecord<>(LogReader.MEMBERS, bytes(aggregate.toString()), data);
    var own =
        Map.of(
            "ce_subject",
            aggregate.toString(),
            "ce_id",
            aggregate + "." + sequence,
            "ce_sequence",
            Long.toString(sequence),
            "ce_type",
            type);
    for (var header : model.headers()) {
      if (!own.containsKey(header.key())) {
        record.headers().add(header);
      }
    }
    own.forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  private String send(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      RecordMetadata at = producer.send(record).get();
      return at.partition() + "-" + at.offset();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker did not take a record", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
