package vn.sen.chassis.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import vn.sen.embedded.EmbeddedKafka;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.membership.MembershipEvents;

class OrgFollowerTest {

  private static final LocalDate DAY = LocalDate.parse("2024-11-01");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final OrgMother org = new OrgMother();
  private final String topic = "org-" + UUID.randomUUID();
  private OrgFollower follower = new OrgFollower("unused:1", topic);

  @AfterEach
  void stop() {
    follower.stop();
  }

  @Test
  void gives_no_map_to_decide_on_before_it_is_complete() {
    // given a unit of which this instance happens to know already
    var province = org.province("54");
    org.facts().forEach(f -> follower.apply(f.subject(), f.sequence(), f.event()));

    // then
    assertThat(follower.current().existsOn(province, DAY)).isTrue();
    assertThatThrownBy(follower::map)
        .isInstanceOfSatisfying(
            MapLoading.class, loading -> assertThat(loading.status()).isEqualTo(503));
  }

  @Test
  void reads_the_topic_from_the_beginning_and_is_then_ready() throws Exception {
    // given
    var bootstrap = SharedInfrastructure.kafkaBootstrap();
    var province = org.province("54");
    var commune = org.commune("22018", province);
    createTopic(bootstrap);
    publish(bootstrap);

    // when
    follow(bootstrap);

    // then
    await().atMost(LONG).until(follower::caughtUp);
    assertThat(follower.map().existsOn(commune, DAY)).isTrue();
    assertThat(new OrgHealth(follower).health().getStatus()).isEqualTo(Status.UP);

    // when more happens
    org.close(commune, DAY);
    publish(bootstrap);

    // then a reader can wait for it, though the first records came twice
    assertThat(follower.awaitSeen(commune, 2, LONG)).isTrue();
    assertThat(follower.current().existsOn(commune, DAY)).isFalse();
  }

  @Test
  void waits_for_a_topic_that_does_not_exist_yet() throws Exception {
    // given
    var bootstrap = SharedInfrastructure.kafkaBootstrap();
    var province = org.province("54");
    follow(bootstrap);
    assertThat(follower.awaitSeen(province, 1, Duration.ofMillis(300))).isFalse();
    assertThat(new OrgHealth(follower).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

    // when
    createTopic(bootstrap);
    publish(bootstrap);

    // then
    assertThat(follower.awaitSeen(province, 1, LONG)).isTrue();
    await().atMost(LONG).until(follower::caughtUp);
  }

  @Test
  void own_writes_are_known_before_the_broker_echoes_them() throws Exception {
    // given
    var province = org.province("54");
    var own = org.facts().getFirst();

    // when
    follower.apply(own.subject(), own.sequence(), own.event());

    // then
    assertThat(follower.seen(province)).isEqualTo(1);
    assertThat(follower.awaitSeen(province, 1, Duration.ZERO)).isTrue();
  }

  @Test
  void an_unreadable_record_is_passed_over_and_its_aggregate_waits() throws Exception {
    // given noise, a type of the future, and the next event of the same unit
    var bootstrap = SharedInfrastructure.kafkaBootstrap();
    var future = UUID.randomUUID();
    var province = org.province("54");
    createTopic(bootstrap);
    try (var producer = producer(bootstrap)) {
      producer.send(new ProducerRecord<>(topic, "noise".getBytes(StandardCharsets.UTF_8)));
      producer.send(
          new EventRecord(
                  EventRecord.idOf(future, 1),
                  MembershipEvents.SOURCE,
                  future,
                  "membership.orgunit.created.v9",
                  Instant.now(),
                  1,
                  DAY,
                  Cause.UNKNOWN,
                  "{}".getBytes(StandardCharsets.UTF_8))
              .toProducerRecord(topic));
    }
    org.facts().add(new OrgMother.Fact(future, 2, org.facts().getFirst().event()));
    publish(bootstrap);

    // when
    follow(bootstrap);

    // then
    assertThat(follower.awaitSeen(province, 1, LONG)).isTrue();
    await().atMost(LONG).until(follower::caughtUp);
    assertThat(follower.unreadable()).isEqualTo(2);
    assertThat(follower.waiting()).isEqualTo(1);
    assertThat(follower.seen(future)).isZero();
  }

  @Test
  void survives_a_broker_that_goes_away_and_comes_back(@TempDir Path folder) throws Exception {
    // given
    var first = EmbeddedKafka.start(folder, 0);
    var bootstrap = first.bootstrapServers();
    int port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
    var province = org.province("54");
    createTopic(bootstrap);
    publish(bootstrap);
    follow(bootstrap);
    assertThat(follower.awaitSeen(province, 1, LONG)).isTrue();

    // when
    first.close();
    assertThat(follower.awaitSeen(province, 2, Duration.ofSeconds(1))).isFalse();
    assertThat(follower.current().existsOn(province, DAY)).isTrue();
    try (var _ = EmbeddedKafka.start(folder, port)) {
      org.close(province, DAY);
      publish(bootstrap);

      // then
      assertThat(follower.awaitSeen(province, 2, LONG)).isTrue();
      follower.stop();
    }
  }

  private void follow(String bootstrap) {
    follower = new OrgFollower(bootstrap, topic);
    follower.start();
  }

  private void publish(String bootstrap) {
    try (var producer = producer(bootstrap)) {
      for (var fact : org.facts()) {
        producer.send(record(fact).toProducerRecord(topic));
      }
    }
  }

  private static EventRecord record(OrgMother.Fact fact) {
    var catalog = MembershipEvents.CATALOG;
    return new EventRecord(
        EventRecord.idOf(fact.subject(), fact.sequence()),
        MembershipEvents.SOURCE,
        fact.subject(),
        catalog.nameOf(fact.event()),
        Instant.now(),
        fact.sequence(),
        fact.event().effectiveDate(),
        Cause.UNKNOWN,
        catalog.encode(fact.event()));
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private void createTopic(String bootstrap) throws Exception {
    try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }
}
