package vn.sen.reporting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.reporting.membership.SmallProvince;

/** One small province on the broker that all tests share: a second one would bear its codes. */
public final class PublishedProvince {

  private static final KafkaProducer<byte[], byte[]> PRODUCER =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap(), "acks", "all"),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  /** The province, published with its members. */
  public static final SmallProvince WORLD = publish(new SmallProvince());

  private PublishedProvince() {}

  private static SmallProvince publish(SmallProvince world) {
    ensure(List.of(Topic.ORG_UNITS, Topic.MEMBERS));
    world.orgUnits().forEach(told -> send(Topic.ORG_UNITS, told.envelope()));
    world.members().forEach(told -> send(Topic.MEMBERS, told.envelope()));
    return world;
  }

  /** Makes topics. */
  public static void ensure(List<Topic> topics) {
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30)).ensure(topics);
  }

  /** Publishes an event. */
  public static void send(Topic topic, EventRecord event) {
    PRODUCER.send(event.toProducerRecord(topic.name()));
  }
}
