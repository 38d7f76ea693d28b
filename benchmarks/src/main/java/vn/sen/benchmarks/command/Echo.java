package vn.sen.benchmarks.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.events.Topic;

/** A producer like the relay's and a consumer that notes when each record has come, by its key. */
final class Echo implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrap;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, CompletableFuture<Long>> arrivals = new ConcurrentHashMap<>();
  private final Thread reading;

  /** Makes the topic if it is missing and listens to its end. */
  Echo(String bootstrap, Topic topic) {
    this.bootstrap = bootstrap;
    new TopicCheck(bootstrap, PATIENCE).ensure(List.of(topic));
    producer =
        new KafkaProducer<>(producerConfig(), new ByteArraySerializer(), new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions = new ArrayList<TopicPartition>();
    for (int i = 0; i < topic.partitions(); i++) {
      partitions.add(new TopicPartition(topic.name(), i));
    }
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    reading = Thread.ofPlatform().name("echo").start(this::read);
  }

  /** As the chassis configures the relay's. */
  Map<String, Object> producerConfig() {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return config;
  }

  /** Sends a record and waits for the broker's acknowledgement. */
  void sendAndWait(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Not sent", e.getCause());
    }
  }

  /**
   * Sends a record and waits until the consumer has it.
   *
   * @return the milliseconds from one to the other
   */
  double millisThrough(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    long begun = System.nanoTime();
    producer.send(record);
    return (arrival(new String(record.key(), StandardCharsets.US_ASCII)) - begun) / 1e6;
  }

  /** Waits for a record and tells at which {@link System#nanoTime} it had come. */
  long arrival(String key) throws InterruptedException {
    try {
      return arrivals
          .computeIfAbsent(key, _ -> new CompletableFuture<>())
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The record has not come: " + key, e);
    } finally {
      arrivals.remove(key);
    }
  }

  private void read() {
    try (consumer) {
      while (!Thread.currentThread().isInterrupted()) {
        for (var record : consumer.poll(PATIENCE)) {
          long now = System.nanoTime();
          var key = new String(record.key(), StandardCharsets.US_ASCII);
          arrivals.computeIfAbsent(key, _ -> new CompletableFuture<>()).complete(now);
        }
      }
    } catch (WakeupException e) {
      arrivals.clear();
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.wakeup();
    try {
      reading.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
