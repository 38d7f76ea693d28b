package vn.sen.chassis.consume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.deadletter.DeadLetterProducer;
import vn.sen.chassis.deadletter.DeadLetterTopic;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

class BatchConsumerTest {

  private static final String BOOTSTRAP = SharedInfrastructure.kafkaBootstrap();

  @Test
  void aBatchThatFailsComesAgainUntilItDoesNot() {
    // given three records, and a handler whose store is away at first
    var topic = new Topic("test.batches-" + UUID.randomUUID(), 1);
    new TopicCheck(BOOTSTRAP, Duration.ofSeconds(30)).ensure(List.of(topic));
    send(topic, "a", "b", "c");
    var failures = new AtomicInteger(3);
    var taken = new CopyOnWriteArrayList<String>();
    var container =
        BatchConsumer.container(
            BOOTSTRAP,
            "test.batches",
            topic.name(),
            records -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("The store is away");
              }
              taken.addAll(values(records));
            });

    // when
    container.start();

    // then
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> taken.containsAll(List.of("a", "b", "c")));
      send(topic, "d");
      await().atMost(Duration.ofSeconds(20)).until(() -> taken.contains("d"));
      assertThat(taken).containsExactly("a", "b", "c", "d");
    } finally {
      container.stop();
    }
  }

  @Test
  void whatCannotBeReadGoesToTheDeadLettersAndTheRestOn() {
    // given two events with a record between them that is none
    var lamp = UUID.randomUUID();
    try (var log = new LampLog()) {
      log.createTopic(1);
      var topics = new TopicCheck(BOOTSTRAP, Duration.ofSeconds(30));
      topics.ensure(DeadLetterTopic.of(log.topic, log.group));
      log.lit(lamp, 1);
      log.send(new ProducerRecord<>(log.topic, "none".getBytes(UTF_8)));
      log.lit(lamp, 2);
      var taken = new CopyOnWriteArrayList<Long>();
      var batches =
          new EventBatches(
              log.group,
              LampEvent.CATALOG,
              received -> received.forEach(one -> taken.add(one.envelope().sequence())),
              new DeadLetterProducer(BOOTSTRAP, log.group));
      var container = BatchConsumer.container(BOOTSTRAP, log.group, log.topic, batches);

      // when
      container.start();

      // then
      try (batches) {
        await().atMost(Duration.ofSeconds(20)).until(() -> taken.contains(2L));
        assertThat(taken).containsExactly(1L, 2L);
        assertThat(log.deadLetters())
            .singleElement()
            .satisfies(
                letter -> {
                  assertThat(letter.value()).isEqualTo("none".getBytes(UTF_8));
                  assertThat(LampLog.header(letter, "sen_dlt_offset")).isEqualTo("1");
                });
      } finally {
        container.stop();
      }
    }
  }

  private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    var values = new ArrayList<String>();
    records.forEach(record -> values.add(new String(record.value(), UTF_8)));
    return values;
  }

  private static void send(Topic topic, String... values) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", BOOTSTRAP),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (var value : values) {
        producer.send(new ProducerRecord<>(topic.name(), value.getBytes(UTF_8)));
      }
    }
  }
}
