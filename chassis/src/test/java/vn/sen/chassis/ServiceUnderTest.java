package vn.sen.chassis;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.UuidRepresentation;
import vn.sen.chassis.relay.Relay;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

/**
 * The store and the relay of one service instance on the embedded broker and database, without
 * Spring.
 */
public final class ServiceUnderTest implements AutoCloseable {

  private static final MongoClient CLIENT =
      MongoClients.create(
          MongoClientSettings.builder()
              .applyConnectionString(new ConnectionString(SharedInfrastructure.mongoUri()))
              .uuidRepresentation(UuidRepresentation.STANDARD)
              .build());

  public final MongoDatabase database;
  public final Relay relay;
  public final AggregateStores stores;

  public ServiceUnderTest(MongoDatabase database, String instance, Duration lease) {
    this(database, instance, lease, ServiceUnderTest::producer);
  }

  public ServiceUnderTest(
      MongoDatabase database, String instance, Duration lease, Relay.ProducerFactory producers) {
    this.database = database;
    this.relay =
        new Relay(
            database,
            producers,
            new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30)),
            new RelayProperties(instance, lease, 1_000, 500),
            new SimpleMeterRegistry());
    this.stores = new AggregateStores(database, relay);
  }

  public ServiceUnderTest() {
    this(freshDatabase(), "one", Duration.ofSeconds(1));
  }

  public static Producer<byte[], byte[]> producer() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            SharedInfrastructure.kafkaBootstrap(),
            "acks",
            "all",
            "enable.idempotence",
            true,
            "max.request.size",
            Topic.MAX_RECORD_BYTES);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public static MongoDatabase freshDatabase() {
    return CLIENT.getDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
  }

  public static String freshTopic() {
    return "test.note." + UUID.randomUUID();
  }

  @Override
  public void close() {
    relay.stop();
  }
}
