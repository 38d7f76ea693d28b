package vn.sen.chassis.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.EventTooLarge;
import vn.sen.chassis.store.NewAggregate;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.store.Note;
import vn.sen.embedded.SharedInfrastructure;

class RelayTest {

  private static final Duration LEASE = Duration.ofSeconds(1);

  private final MongoDatabase database = ServiceUnderTest.freshDatabase();
  private final String topic = ServiceUnderTest.freshTopic();

  private static CommandContext process(String key) {
    return CommandContext.process("test", key);
  }

  private static long outboxSize(AggregateStore<Note> notes) {
    return notes.documents().countDocuments(Filters.exists("outbox.0"));
  }

  @Test
  void publishesWhatIsWrittenAndThenPullsIt() {
    try (var service = new ServiceUnderTest(database, "one", LEASE)) {
      // given
      var notes = service.stores.open(Note.kind(topic));
      service.relay.start();
      var id = UUID.randomUUID();

      // when
      notes.create(id, process("1"), Note.open("a"));

      // then
      var record = published(topic, 1).getFirst();
      assertThat(new String(record.key(), UTF_8)).isEqualTo(id.toString());
      assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"title\":\"a\"}");
      assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
      var headers = headers(record);
      assertThat(headers.remove("ce_time")).isNotBlank();
      assertThat(headers)
          .isEqualTo(
              Map.of(
                  "ce_specversion", "1.0",
                  "ce_id", id + ".1",
                  "ce_source", "/sen/test",
                  "ce_subject", id.toString(),
                  "ce_type", "test.note.opened.v1",
                  "ce_sequence", "1",
                  "ce_effectivedate", "2023-10-30",
                  "ce_actor", "test",
                  "content-type", "application/json"));
      await().untilAsserted(() -> assertThat(outboxSize(notes)).isZero());
      assertThat(notes.get(id).version()).isEqualTo(1);
    }
  }

  @Test
  void publishesAnEventOfMegabytesAndTheStoreRefusesWhatNoTopicTakes() {
    try (var service = new ServiceUnderTest(database, "one", LEASE)) {
      // given
      var notes = service.stores.open(Note.kind(topic));
      service.relay.start();
      var large = "a".repeat(3 << 20);
      var tooLarge = "a".repeat(9 << 20);

      // when
      notes.create(UUID.randomUUID(), process("1"), Note.open(large));

      // then
      assertThat(published(topic, 1).getFirst().value()).hasSizeGreaterThan(3 << 20);
      var id = UUID.randomUUID();
      assertThatThrownBy(() -> notes.create(id, process("2"), Note.open(tooLarge)))
          .isInstanceOf(EventTooLarge.class);
      assertThatThrownBy(() -> notes.get(id)).isInstanceOf(NotFound.class);
    }
  }

  @Test
  void findsWhatACrashLeft() {
    // given: written, and the process died before publishing
    var id = UUID.randomUUID();
    try (var crashed = new ServiceUnderTest(database, "one", LEASE)) {
      var notes = crashed.stores.open(Note.kind(topic));
      notes.create(id, process("1"), Note.open("a"));
      notes.change(id, process("2"), Note::addLine);
    }

    // when
    try (var restarted = new ServiceUnderTest(database, "one", LEASE)) {
      var notes = restarted.stores.open(Note.kind(topic));
      restarted.relay.start();

      // then
      assertThat(published(topic, 2)).extracting(RelayTest::sequence).containsExactly("1", "2");
      await().untilAsserted(() -> assertThat(outboxSize(notes)).isZero());
    }
  }

  @Test
  void findsWhatWasWrittenWithoutAnAnswerWhileAnotherEventIsStuck() throws Exception {
    try (var service = new ServiceUnderTest(database, "one", LEASE);
        var gone = new ServiceUnderTest(database, "gone", LEASE)) {
      // given an event that the broker refuses
      var notes = service.stores.open(Note.kind(topic));
      service.relay.start();
      refuseLongerThan(1_000);
      notes.create(UUID.randomUUID(), process("1"), Note.open("a".repeat(2_000)));
      await().until(() -> service.relay.stalled().compareTo(LEASE) > 0);

      // when something is written that no relay is told of
      var id = UUID.randomUUID();
      gone.stores.open(Note.kind(topic)).create(id, process("2"), Note.open("b"));

      // then
      assertThat(new String(published(topic, 1).getFirst().key(), UTF_8)).isEqualTo(id.toString());
      assertThat(service.relay.backlog()).isEqualTo(1);
    }
  }

  private void refuseLongerThan(int bytes) throws Exception {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap()))) {
      var limit = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      var change = new AlterConfigOp(limit, OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
  }

  @Test
  void goesOnWhenForAWhileNoProducerCanBeMade() {
    // given a producer that fails for good, and another one only at the second attempt
    var made = new AtomicInteger();
    var first = ServiceUnderTest.producer();
    Relay.ProducerFactory producers =
        () ->
            switch (made.incrementAndGet()) {
              case 1 -> first;
              case 2 -> throw new KafkaException("No resolvable bootstrap urls");
              default -> ServiceUnderTest.producer();
            };
    try (var service = new ServiceUnderTest(database, "one", LEASE, producers)) {
      var notes = service.stores.open(Note.kind(topic));
      service.relay.start();
      first.close();

      // when
      notes.create(UUID.randomUUID(), process("1"), Note.open("a"));

      // then
      published(topic, 1);
      assertThat(made).hasValue(3);
    }
  }

  @Test
  void keepsTheOrderOfEachAggregateWhileManyAreInFlight() {
    try (var service = new ServiceUnderTest(database, "one", LEASE)) {
      // given
      var notes = service.stores.open(Note.kind(topic));
      service.relay.start();
      var ids = new ArrayList<UUID>();
      var fresh = new ArrayList<NewAggregate<Note>>();
      for (int i = 0; i < 50; i++) {
        ids.add(UUID.randomUUID());
        fresh.add(new NewAggregate<>(ids.getLast(), Note.open("n" + i)));
      }

      // when
      notes.createAll(process("all"), fresh);
      for (int round = 0; round < 5; round++) {
        for (var id : ids) {
          notes.change(id, process(id + "-" + round), Note::addTwoLines);
        }
      }

      // then
      var sequences = new TreeMap<String, List<String>>();
      for (var record : published(topic, 50 * 11)) {
        sequences
            .computeIfAbsent(new String(record.key(), UTF_8), k -> new ArrayList<>())
            .add(sequence(record));
      }
      assertThat(sequences).hasSize(50);
      assertThat(sequences.values())
          .allSatisfy(
              s ->
                  assertThat(s.stream().distinct())
                      .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
      await().untilAsserted(() -> assertThat(outboxSize(notes)).isZero());
      await().untilAsserted(() -> assertThat(service.relay.backlog()).isZero());
    }
  }

  @Test
  void sharesTheWorkWithAnotherInstanceAndTakesOverWhenItIsGone() {
    try (var one = new ServiceUnderTest(database, "one", LEASE);
        var two = new ServiceUnderTest(database, "two", LEASE)) {
      // given
      var notes = one.stores.open(Note.kind(topic));
      two.stores.open(Note.kind(topic));
      one.relay.start();
      two.relay.start();
      await().untilAsserted(() -> assertThat(owners()).isEqualTo(Map.of("one", 8, "two", 8)));

      // when one instance writes what falls into the buckets of both
      for (int i = 0; i < 40; i++) {
        notes.create(UUID.randomUUID(), process("first-" + i), Note.open("first-" + i));
      }

      // then
      published(topic, 40);

      // when
      two.relay.stop();

      // then
      await().untilAsserted(() -> assertThat(owners()).isEqualTo(Map.of("one", 16)));
      for (int i = 0; i < 40; i++) {
        notes.create(UUID.randomUUID(), process("second-" + i), Note.open("second-" + i));
      }
      published(topic, 80);
    }
  }

  private Map<String, Integer> owners() {
    var owners = new HashMap<String, Integer>();
    for (Document lease : database.getCollection("relay_leases").find()) {
      if (lease.getString("owner") != null) {
        owners.merge(lease.getString("owner"), 1, Integer::sum);
      }
    }
    return owners;
  }

  private static String sequence(ConsumerRecord<byte[], byte[]> record) {
    return headers(record).get("ce_sequence");
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    var headers = new HashMap<String, String>();
    record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
    return headers;
  }

  /**
   * Waits until so many records with different event ids are on the topic, and returns those in log
   * order.
   */
  private static List<ConsumerRecord<byte[], byte[]>> published(String topic, int count) {
    Map<String, Object> config = Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var records = new TreeMap<String, ConsumerRecord<byte[], byte[]>>();
      var ordered = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                for (var record : consumer.poll(Duration.ofMillis(50))) {
                  if (records.put(headers(record).get("ce_id"), record) == null) {
                    ordered.add(record);
                  }
                }
                return records.size() >= count;
              });
      assertThat(ordered).hasSize(count);
      return ordered;
    }
  }
}
