package vn.sen.reporting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.reporting.lending.LendingView;
import vn.sen.reporting.lending.LendingWorld;
import vn.sen.reporting.membership.SmallProvince;
import vn.sen.reporting.reading.ProvinceTime;

/**
 * One small province on the broker that all tests share: a second one would bear its codes. Its
 * topics take the time of a record from the producer, so that a test can say when something became
 * known: the province three days ago, all else when it is sent.
 */
public final class PublishedProvince {

  private static final Instant PUBLISHED = Instant.now().minus(Duration.ofDays(3));

  /** The day on which the province became known. */
  public static final LocalDate KNOWN_SINCE = LocalDate.ofInstant(PUBLISHED, ProvinceTime.ZONE);

  private static final KafkaProducer<byte[], byte[]> PRODUCER =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap(), "acks", "all"),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /** The province, published with its members. */
  public static final SmallProvince WORLD = publish(new SmallProvince());

  /** A loan of 70 đồng that was paid out in February 2025 in the province's commune. */
  public static final LendingWorld.Loan LOAN = publishLoan();

  private PublishedProvince() {}

  private static SmallProvince publish(SmallProvince world) {
    var topics = new LinkedHashSet<>(List.of(Topic.ORG_UNITS, Topic.MEMBERS));
    topics.addAll(new LendingView().topics());
    topics.forEach(PublishedProvince::create);
    world.orgUnits().forEach(told -> send(Topic.ORG_UNITS, told.envelope(), PUBLISHED));
    world.members().forEach(told -> send(Topic.MEMBERS, told.envelope(), PUBLISHED));
    return world;
  }

  private static void create(Topic topic) {
    var created =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
            .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "CreateTime"));
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30)).ensure(created);
  }

  private static LendingWorld.Loan publishLoan() {
    var lending = new LendingWorld();
    var place = lending.place(lending.vbsp, WORLD.branchA1, UUID.randomUUID());
    var loan = lending.lend(place, 70, LocalDate.of(2025, 2, 1));
    send(Topic.LOANS, lending.told().getLast().envelope(), PUBLISHED);
    PRODUCER.flush();
    return loan;
  }

  /** Makes sure that the province is there before anything else is on the broker. */
  static void isThere() {
    ensure(List.of(Topic.ORG_UNITS, Topic.MEMBERS));
  }

  /** Makes topics. */
  public static void ensure(Collection<Topic> topics) {
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30)).ensure(topics);
  }

  /** Publishes an event. */
  public static void send(Topic topic, EventRecord event) {
    PRODUCER.send(event.toProducerRecord(topic.name()));
  }

  private static void send(Topic topic, EventRecord event, Instant at) {
    var record = event.toProducerRecord(topic.name());
    PRODUCER.send(
        new ProducerRecord<>(
            record.topic(),
            null,
            at.toEpochMilli(),
            record.key(),
            record.value(),
            record.headers()));
  }
}
