package vn.sen.benchmarks.command;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.UuidRepresentation;
import vn.sen.benchmarks.Benchmark;
import vn.sen.benchmarks.Effort;
import vn.sen.benchmarks.Result;
import vn.sen.benchmarks.Sample;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.Servers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.relay.Relay;
import vn.sen.chassis.relay.RelayProperties;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.store.AggregateKind;
import vn.sen.chassis.store.AggregateStore;
import vn.sen.chassis.store.AggregateStores;
import vn.sen.embedded.EmbeddedMongo;
import vn.sen.events.Topic;
import vn.sen.events.membership.MembershipEvents;

/**
 * The relay's own delay: from the moment at which the store has acknowledged a write until a
 * consumer holds the record, beside a producer's send until its acknowledgement.
 */
public final class RelayBenchmark implements Benchmark {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Topic TOPIC = new Topic("bench.relay", 6);
  private static final Topic PLAIN = new Topic("bench.plain", 6);

  /** What is kept of a member here. */
  record Note(String text) {}

  @Override
  public List<Result> run(Effort effort, Servers servers) throws IOException, InterruptedException {
    try (var scratch = Scratch.create();
        var store = EmbeddedMongo.start(scratch.resolve("store"), 0)) {
      var broker = servers.broker().address();
      var committed = new Committed();
      var settings =
          MongoClientSettings.builder()
              .applyConnectionString(new ConnectionString(store.connectionString()))
              .uuidRepresentation(UuidRepresentation.STANDARD)
              .addCommandListener(committed)
              .build();
      try (var client = MongoClients.create(settings);
          var echo = new Echo(broker, TOPIC)) {
        var database =
            client.getDatabase("relay").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        new TopicCheck(broker, PATIENCE).ensure(List.of(PLAIN));
        var bytes = new ByteArraySerializer();
        var relay =
            new Relay(
                database,
                () -> new KafkaProducer<>(echo.producerConfig(), bytes, bytes),
                new TopicCheck(broker, PATIENCE),
                new RelayProperties("", Duration.ofSeconds(5), 100_000, 20_000),
                new SimpleMeterRegistry());
        var notes = new AggregateStores(database, relay).open(kind());
        relay.start();
        try {
          return measure(effort, echo, committed, notes);
        } finally {
          relay.stop();
        }
      }
    }
  }

  private static AggregateKind<Note> kind() {
    return new AggregateKind<>(
        "note",
        "notes",
        TOPIC,
        MembershipEvents.SOURCE,
        MembershipEvents.CATALOG,
        Note.class,
        _ -> Map.of(),
        _ -> List.of(),
        List.of());
  }

  private static List<Result> measure(
      Effort effort, Echo echo, Committed committed, AggregateStore<Note> notes)
      throws InterruptedException {
    int samples = effort.choose(2_000, 500);
    int rounds = effort.rounds();
    var relayed = new Sample[rounds];
    var sent = new Sample[rounds];
    measure(samples, echo, committed, notes);
    for (int round = 0; round < rounds; round++) {
      var both = measure(samples, echo, committed, notes);
      relayed[round] = both[0];
      sent[round] = both[1];
    }
    return List.of(result("p50", 0.5, relayed, sent, 2), result("p99", 0.99, relayed, sent, 3));
  }

  private static Result result(
      String name, double share, Sample[] relayed, Sample[] sent, int target) {
    var values = new double[relayed.length];
    var ceilings = new double[relayed.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = relayed[i].quantile(share);
      ceilings[i] = sent[i].quantile(share);
    }
    double ratio = Sample.medianRatio(values, ceilings);
    return new Result(
        "relay: committed write → record readable",
        "ms, " + name,
        Sample.median(values),
        Sample.median(ceilings),
        null,
        Map.of("ceiling", ratio),
        "≤ " + target + " × send and wait",
        ratio <= target);
  }

  /** Writes and sends in turn, so that both meet the same machine. */
  private static Sample[] measure(
      int samples, Echo echo, Committed committed, AggregateStore<Note> notes)
      throws InterruptedException {
    var relayed = new double[samples];
    var sent = new double[samples];
    var event =
        MembershipEvents.CATALOG.decode(
            MemberHistory.event(0, 1).type(), MemberHistory.event(0, 1).data());
    for (int i = 0; i < samples; i++) {
      var id = UUID.randomUUID();
      notes.create(
          id, CommandContext.process("bench", id.toString()), Decision.of(new Note("x"), event));
      relayed[i] = (echo.arrival(id.toString()) - committed.at) / 1e6;
      var record =
          new ProducerRecord<>(
              PLAIN.name(),
              UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII),
              MemberHistory.event(i, 1).data());
      long begun = System.nanoTime();
      echo.sendAndWait(record);
      sent[i] = (System.nanoTime() - begun) / 1e6;
    }
    return new Sample[] {Sample.of(relayed), Sample.of(sent)};
  }

  /** When the store has acknowledged the last insert; the writing thread tells. */
  private static final class Committed implements CommandListener {
    private volatile long at;

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
      if (event.getCommandName().equals("insert")) {
        at = System.nanoTime();
      }
    }
  }
}
