package vn.sen.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.events.Topic;

/**
 * Delivers the dead letters of a group again, after what stopped them was repaired: each goes back
 * to the end of its topic, marked for the group, and releases what waited for it. How far the dead
 * letters were read is committed to the broker, so each is delivered again once.
 */
public final class DeadLetterReplay {

  /** What to do with a dead letter. */
  public enum Choice {
    /** Deliver it again. */
    AGAIN,
    /** Take it as done, so that what waits behind it goes on. */
    GIVE_UP
  }

  private static final Duration POLL = Duration.ofSeconds(1);

  private final String bootstrapServers;

  public DeadLetterReplay(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Goes through the dead letters that were not gone through before.
   *
   * @return how many they were
   * @throws KafkaException if the broker does not take or give them; those delivered before are
   *     delivered again next time
   */
  public int replay(
      String topic, String group, Function<ConsumerRecord<byte[], byte[]>, Choice> choice) {
    var letters = new TopicPartition(Topic.deadLetters(topic, group), 0);
    try (var consumer = consumer(group + ".replay");
        var producer = producer()) {
      consumer.assign(List.of(letters));
      long end = consumer.endOffsets(List.of(letters)).getOrDefault(letters, 0L);
      int delivered = 0;
      while (consumer.position(letters) < end) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var letter : consumer.poll(POLL)) {
          sent.add(producer.send(again(letter, topic, group, choice.apply(letter))));
        }
        await(sent);
        consumer.commitSync(Map.of(letters, new OffsetAndMetadata(consumer.position(letters))));
        delivered += sent.size();
      }
      return delivered;
    }
  }

  /**
   * Delivers one letter again, whether it was gone through or not.
   *
   * @throws KafkaException if the broker does not take it
   */
  public void deliver(
      String topic, String group, ConsumerRecord<byte[], byte[]> letter, Choice choice) {
    try (var producer = producer()) {
      await(List.of(producer.send(again(letter, topic, group, choice))));
    }
  }

  private static ProducerRecord<byte[], byte[]> again(
      ConsumerRecord<byte[], byte[]> letter, String topic, String group, Choice choice) {
    var record = new ProducerRecord<>(topic, letter.key(), letter.value());
    for (var header : letter.headers()) {
      if (!header.key().startsWith("sen_")) {
        record.headers().add(header);
      }
    }
    record.headers().add(Redelivery.GROUP, utf8(group));
    if (choice == Choice.GIVE_UP) {
      record.headers().add(Redelivery.GIVEN_UP, utf8("true"));
    }
    return record;
  }

  private static void await(List<Future<RecordMetadata>> sent) {
    try {
      for (var future : sent) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("A dead letter was not taken again", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted", e);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            DeadLetterTopic.MAX_BYTES),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
