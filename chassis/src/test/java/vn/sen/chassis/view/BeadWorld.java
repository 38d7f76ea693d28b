package vn.sen.chassis.view;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.sen.chassis.ServiceUnderTest;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

/** A topic of beads, a database, and instances of a service that count them. */
final class BeadWorld implements AutoCloseable {

  static final int PARTITIONS = 3;

  private final String bootstrap = SharedInfrastructure.kafkaBootstrap();
  private final MongoDatabase database;
  final String topic = "test.bead." + UUID.randomUUID();
  final String service = "test." + UUID.randomUUID();
  final Bead.Bowls view = Bead.Bowls.of(topic, PARTITIONS);
  final String group = service + "." + view.name();
  private final Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", bootstrap, "acks", "all"),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final List<AutoCloseable> instances = new ArrayList<>();

  BeadWorld() {
    this(ServiceUnderTest.freshDatabase());
  }

  BeadWorld(MongoDatabase database) {
    this.database = database;
    createTopic();
  }

  void createTopic() {
    var wanted =
        new NewTopic(topic, PARTITIONS, (short) 1)
            .configs(Map.of("message.timestamp.type", "LogAppendTime"));
    done(admin.createTopics(List.of(wanted)).all());
    // only with leaders does the topic take records; earlier ones would overtake each other
    new TopicCheck(bootstrap, Duration.ofSeconds(30)).ensure(List.of(new Topic(topic, PARTITIONS)));
  }

  void deleteTopic() {
    done(admin.deleteTopics(List.of(topic)).all());
  }

  /** Sends and waits. */
  void send(UUID aggregate, long sequence, Bead event) {
    send(BeadMother.message(topic, aggregate, sequence, event));
  }

  void send(ProducerRecord<byte[], byte[]> message) {
    done(producer.send(message));
  }

  /** Sends without waiting. */
  void sendLater(UUID aggregate, long sequence, Bead event) {
    producer.send(BeadMother.message(topic, aggregate, sequence, event));
  }

  void flush() {
    producer.flush();
  }

  Instance start() {
    return start(view);
  }

  Instance start(Bead.Bowls definition) {
    var figures = new Figures();
    var engine =
        new ViewEngine<>(
            definition, Serving.only(figures), database, ViewSettings.of(bootstrap, group));
    engine.start();
    instances.add(engine::stop);
    return new Instance(engine, figures);
  }

  /** An instance whose view can be rebuilt beside itself. */
  Rebuildable startRebuildable(Bead.Bowls definition) {
    var figures = new Serving<>(Figures::new);
    var engine =
        new ViewEngine<>(
            definition,
            figures,
            database,
            ViewSettings.of(bootstrap, group),
            Duration.ofMillis(100),
            Duration.ofMillis(300));
    engine.start();
    instances.add(engine::stop);
    return new Rebuildable(engine, figures);
  }

  List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    var partition = new TopicPartition(Topic.deadLetters(topic, group), 0);
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
      }
      return letters;
    }
  }

  String bootstrap() {
    return bootstrap;
  }

  MongoDatabase database() {
    return database;
  }

  private static void done(java.util.concurrent.Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    for (var instance : instances) {
      instance.close();
    }
    producer.close();
    admin.close();
  }

  record Instance(ViewEngine<Integer> engine, Figures figures) {

    Map<Integer, Long> bowls() {
      return new TreeMap<>(figures.visible);
    }

    long beads() {
      return figures.seen().beads();
    }

    boolean hasShownFewerThanBefore() {
      return figures.lost;
    }

    ViewStatus status() {
      return engine.status();
    }
  }

  record Rebuildable(ViewEngine<Integer> engine, Serving<Figures> figures) {

    Seen seen() {
      return figures.read(Figures::seen);
    }

    /** How the generation beside the one in service is doing. */
    Optional<GenerationState> beside() {
      return engine.generations().stream().filter(g -> !g.shown()).findAny();
    }
  }

  /** What a reader sees at one moment. */
  record Seen(ViewPosition position, Map<Integer, Long> bowls) {

    long beads() {
      return bowls.values().stream().mapToLong(Long::longValue).sum();
    }

    long records() {
      return position.topics().values().stream()
          .flatMap(topic -> topic.next().stream())
          .mapToLong(next -> Math.max(0, next))
          .sum();
    }
  }

  /** What readers of one instance see. */
  static final class Figures implements ViewReader<Integer> {
    private final Map<Integer, Long> pending = new TreeMap<>();
    private volatile Map<Integer, Long> visible = new ConcurrentHashMap<>();
    private volatile Seen seen = new Seen(ViewPosition.NONE, Map.of());

    /** Whether readers were ever shown fewer beads than before. */
    private volatile boolean lost;

    @Override
    public void add(Integer row, long delta) {
      pending.merge(row, delta, Long::sum);
    }

    @Override
    public void publish(ViewPosition position) {
      visible = Map.copyOf(pending);
      var next = new Seen(position, visible);
      lost |= next.beads() < seen.beads();
      seen = next;
    }

    Seen seen() {
      return seen;
    }

    Map<Integer, Long> bowls() {
      return new TreeMap<>(visible);
    }
  }
}
