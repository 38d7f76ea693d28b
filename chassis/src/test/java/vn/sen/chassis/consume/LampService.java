package vn.sen.chassis.consume;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;

/**
 * One instance of a service that writes down, durably and in order, which lamp events it was
 * handed.
 */
final class LampService implements AutoCloseable {

  /** The command's own rule. */
  static final class LampBroken extends RuleViolation {
    LampBroken() {
      super("");
    }
  }

  private final ConfigurableApplicationContext context;
  final MongoDatabase database;
  final Map<UUID, Supplier<RuntimeException>> failures;

  private LampService(ConfigurableApplicationContext context) {
    this.context = context;
    this.database = context.getBean(MongoDatabase.class);
    this.failures = context.getBean(LampHandler.class).failures;
  }

  static LampService start(LampLog log, String mongoUri, String database) {
    return new LampService(
        new SpringApplicationBuilder(App.class)
            .run(
                "--server.port=0",
                "--spring.application.name=lamps",
                "--sen.org.follow=false",
                "--sen.kafka.bootstrap=" + SharedInfrastructure.kafkaBootstrap(),
                "--spring.mongodb.uri=" + mongoUri,
                "--sen.mongodb.database=" + database,
                "--test.group=" + log.group,
                "--spring.cloud.function.definition=lamps",
                "--spring.cloud.stream.bindings.lamps-in-0.destination=" + log.topic,
                "--spring.cloud.stream.bindings.lamps-in-0.group=" + log.group));
  }

  static LampService start(LampLog log, String database) {
    return start(log, SharedInfrastructure.mongoUri(), database);
  }

  static String freshDatabase() {
    return "test_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** The versions whose commands were carried out, in that order. */
  List<Long> done(UUID lamp) {
    return done(database, lamp);
  }

  private static List<Long> done(MongoDatabase database, UUID lamp) {
    var document = database.getCollection("lamps").find(Filters.eq("_id", lamp)).first();
    return document == null ? List.of() : document.getList("done", Long.class);
  }

  long inboxSize() {
    return database.getCollection("inbox").countDocuments();
  }

  long parkedSize() {
    return database.getCollection("inbox.parked").countDocuments();
  }

  @Override
  public void close() {
    context.close();
  }

  /** Idempotent by the event, as handlers must be. */
  static final class LampHandler implements DomainEventHandler {
    final Map<UUID, Supplier<RuntimeException>> failures = new ConcurrentHashMap<>();
    private final MongoDatabase database;

    LampHandler(MongoDatabase database) {
      this.database = database;
    }

    @Override
    public boolean concerns(DomainEvent event) {
      return event instanceof LampEvent.LampLit;
    }

    @Override
    public void on(EventRecord envelope, DomainEvent event) {
      var failure = failures.get(envelope.subject());
      if (failure != null) {
        throw failure.get();
      }
      var lamp = envelope.subject();
      if (!done(database, lamp).contains(envelope.sequence())) {
        database
            .getCollection("lamps", Document.class)
            .updateOne(
                Filters.eq("_id", lamp),
                Updates.push("done", envelope.sequence()),
                new UpdateOptions().upsert(true));
      }
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class App {

    @Bean
    LampHandler lampHandler(MongoDatabase database) {
      return new LampHandler(database);
    }

    @Bean
    Consumer<Message<?>> lamps(
        EventConsumers consumers, LampHandler handler, @Value("${test.group}") String group) {
      return consumers.consumer(group, LampEvent.CATALOG, handler);
    }
  }
}
