package vn.sen.chassis.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.identity.AccessRevoked;
import vn.sen.events.identity.IdentityEvents;

class TopicFollowerTest {

  private static final int PARTITIONS = 300;

  private final String topic = "followed-" + UUID.randomUUID();
  private final Set<UUID> told = ConcurrentHashMap.newKeySet();

  /** Many partitions, so that some get their first record at the very moment they are looked at. */
  @Test
  void misses_nothing_that_comes_while_it_begins() throws Exception {
    // given a topic without records
    createTopic();
    var follower =
        new TopicFollower(
            SharedInfrastructure.kafkaBootstrap(),
            topic,
            IdentityEvents.CATALOG,
            Duration.ofHours(1),
            new Noting());

    try (var producer = producer()) {
      assertThat(producer.partitionsFor(topic)).hasSize(PARTITIONS);

      // when one record comes to each partition while it begins
      follower.start();
      var sessions = new ArrayList<UUID>();
      List<Future<?>> sent = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        var session = UUID.randomUUID();
        sessions.add(session);
        sent.add(producer.send(revoked(session, partition)));
        producer.flush();
      }
      for (var one : sent) {
        one.get();
      }

      // then it is told of each
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(told).containsAll(sessions));
    } finally {
      follower.stop();
    }
  }

  private final class Noting implements TopicFollower.Listener {
    @Override
    public void take(EventRecord record, DomainEvent event) {
      told.add(record.subject());
    }

    @Override
    public void upToDate() {
      // nothing to tidy up
    }
  }

  private ProducerRecord<byte[], byte[]> revoked(UUID session, int partition) {
    var event = AccessRevoked.ofSession(session, Instant.now());
    var record =
        new EventRecord(
                EventRecord.idOf(session, 1),
                IdentityEvents.SOURCE,
                session,
                IdentityEvents.CATALOG.nameOf(event),
                Instant.now(),
                1,
                event.effectiveDate(),
                Cause.UNKNOWN,
                IdentityEvents.CATALOG.encode(event))
            .toProducerRecord(topic);
    return new ProducerRecord<>(
        topic, partition, record.timestamp(), record.key(), record.value(), record.headers());
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            SharedInfrastructure.kafkaBootstrap(),
            ProducerConfig.ACKS_CONFIG,
            "all"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private void createTopic() throws Exception {
    try (var admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                SharedInfrastructure.kafkaBootstrap()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
          .all()
          .get();
    }
  }
}
