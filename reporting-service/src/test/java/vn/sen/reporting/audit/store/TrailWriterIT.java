package vn.sen.reporting.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.audit.AuditTrail;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;
import vn.sen.events.audit.ChainHead;
import vn.sen.reporting.audit.Difference;
import vn.sen.reporting.audit.Difference.Reason;
import vn.sen.reporting.audit.NewestFirst;
import vn.sen.reporting.audit.Question;
import vn.sen.reporting.audit.TrailMother;

/** Several instances add to one trail. */
class TrailWriterIT {

  private static final String BOOTSTRAP = SharedInfrastructure.kafkaBootstrap();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Question EVERYTHING = new Question(null, null, null, null, null);

  private final ServiceUnderTest service = new ServiceUnderTest();
  private final Topic topic = new Topic("test.trail." + UUID.randomUUID(), 4);
  private final TrailStore store = new TrailStore(service.database);
  private final AuditTrail trail = new AuditTrail(service.database, service.relay, "test");
  private final TrailCheck check = new TrailCheck(BOOTSTRAP, List.of(topic), store);
  private final List<TrailWriter> writers = new ArrayList<>();

  @BeforeEach
  void givenATopic() {
    createTopic();
  }

  @AfterEach
  void stop() {
    writers.forEach(TrailWriter::stop);
    service.close();
  }

  private void createTopic() {
    new TopicCheck(BOOTSTRAP, PATIENCE).ensure(List.of(topic));
  }

  private void deleteTopic() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP))) {
      admin.deleteTopics(List.of(topic.name())).all().get();
    }
  }

  private TrailWriter writer() {
    var properties = new TrailProperties(Duration.ofMillis(10), Duration.ofMinutes(10));
    var writer = new TrailWriter(BOOTSTRAP, topic.name(), List.of(topic), store, trail, properties);
    writers.add(writer);
    writer.start();
    return writer;
  }

  private void publish(int from, int to) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", BOOTSTRAP, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = from; i < to; i++) {
        var event =
            TrailMother.event(
                new UUID(i, i), 1, TrailMother.NOON.plusSeconds(i), TrailMother.CHAIR);
        producer.send(event.toProducerRecord(topic.name()));
      }
    }
  }

  private long written() {
    return store.heads().stream().mapToLong(ChainHead::next).sum();
  }

  private List<String> ids() {
    try (var blocks = store.newestFirst(EVERYTHING, null)) {
      var ids = new ArrayList<String>();
      new NewestFirst(blocks, EVERYTHING, null)
          .forEachRemaining(traced -> ids.add(traced.entry().id()));
      return ids;
    }
  }

  private Difference difference() {
    return check.check(List.of(), _ -> {}).difference();
  }

  @Test
  void everyRecordIsInTheTrailOnceWhoeverAddsIt() {
    // given two instances of which one goes away and a third comes
    publish(0, 2_000);
    writer();
    var leaving = writer();
    await().until(() -> written() > 0);
    publish(2_000, 4_000);
    leaving.stop();
    writer();
    publish(4_000, 5_000);

    // then
    await().atMost(Duration.ofSeconds(60)).until(() -> written() == 5_000);
    assertThat(ids()).hasSize(5_000).doesNotHaveDuplicates();
    assertThat(new HashSet<>(ids())).hasSize(5_000);
    assertThat(difference()).isNull();
  }

  @Test
  void aTrailThatWasBegunGoesOnBehindItsLastBlock() {
    // given
    publish(0, 300);
    var first = writer();
    await().atMost(PATIENCE).until(() -> written() == 300);
    first.stop();
    var before = store.heads();

    // when
    publish(300, 400);
    writer();
    await().atMost(PATIENCE).until(() -> written() == 400);

    // then the chains pass through where they had been
    assertThat(check.check(before, _ -> {}).difference()).isNull();
  }

  @Test
  void aTopicThatWasMadeAnewIsFound() throws Exception {
    // given
    publish(0, 100);
    var writer = writer();
    await().atMost(PATIENCE).until(() -> written() == 100);
    writer.stop();

    // when
    deleteTopic();
    createTopic();
    publish(0, 10);

    // then
    assertThat(difference()).isNotNull().returns(Reason.TOPIC_GONE, Difference::reason);
  }
}
