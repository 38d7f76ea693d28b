package vn.sen.benchmarks.rebuild;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import vn.sen.benchmarks.Waiting;
import vn.sen.chassis.view.RecordMeta;
import vn.sen.events.membership.MembershipEvents;
import vn.sen.reporting.membership.MembershipView;

/**
 * The peer: Kafka Streams with the same result, one thread, exactly once, RocksDB. Rows are kept by
 * partition as Sen keeps them, so that nothing has to be sent through another topic first. It
 * commits every 100 ms, which is its default, or so seldom that commits cost little and the last
 * one is not waited for long.
 */
final class StreamsRebuild {

  private static final Duration TRANSACTION = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** Its default. */
  static final Duration OFTEN = Duration.ofMillis(100);

  static final Duration SELDOM = Duration.ofSeconds(1);

  private static final String ROWS = "rows";
  private static final String SEQUENCES = "sequences";

  private StreamsRebuild() {}

  /**
   * Rebuilds the same rows and sequences from nothing, until the last offset is committed.
   *
   * @param folder for RocksDB
   * @param commitEvery between commits
   * @return the seconds it took
   * @throws IllegalStateException if the rows do not show every member exactly once
   */
  static double seconds(MemberLog log, Path folder, Duration commitEvery) {
    var application = "streams-" + UUID.randomUUID();
    try (var admin = Admin.create(Map.of("bootstrap.servers", log.bootstrap()));
        var streams =
            new KafkaStreams(topology(log), config(log, application, folder, commitEvery))) {
      long begun = System.nanoTime();
      streams.start();
      Waiting.until(
          "Kafka Streams has read all",
          PATIENCE,
          () -> committed(admin, application, log) == log.events());
      double seconds = (System.nanoTime() - begun) / 1e9;
      long members = members(streams);
      if (members != log.members()) {
        throw new IllegalStateException(members + " of " + log.members() + " members");
      }
      return seconds;
    }
  }

  private static Properties config(
      MemberLog log, String application, Path folder, Duration commitEvery) {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, log.bootstrap());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitEvery.toMillis());
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) commitEvery.plus(TRANSACTION).toMillis());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
    return config;
  }

  private static Topology topology(MemberLog log) {
    var bytes = Serdes.ByteArray();
    return new Topology()
        .addSource("events", bytes.deserializer(), bytes.deserializer(), log.topic().name())
        .addProcessor("fold", Fold::new, "events")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(SEQUENCES), Serdes.UUID(), Serdes.Long())
                .withCachingEnabled(),
            "fold")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(ROWS), Serdes.String(), Serdes.Long())
                .withCachingEnabled(),
            "fold");
  }

  private static long committed(Admin admin, String application, MemberLog log) {
    try {
      return admin
          .listConsumerGroupOffsets(application)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getKey().topic().equals(log.topic().name()))
          .filter(entry -> entry.getValue() != null)
          .mapToLong(entry -> entry.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      return 0; // the group does not exist before its first commit
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long members(KafkaStreams streams) {
    long members = 0;
    var rows =
        streams.store(
            StoreQueryParameters.fromNameAndType(
                ROWS, QueryableStoreTypes.<String, Long>keyValueStore()));
    try (var all = rows.all()) {
      while (all.hasNext()) {
        members += all.next().value;
      }
    }
    return members;
  }

  /** Counts an event if its sequence is the next one of its member. */
  private static final class Fold extends ContextualProcessor<byte[], byte[], Void, Void> {
    private final MembershipView view = new MembershipView();
    private @Nullable KeyValueStore<UUID, Long> sequences;
    private @Nullable KeyValueStore<String, Long> rows;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      super.init(context);
      sequences = context.getStateStore(SEQUENCES);
      rows = context.getStateStore(ROWS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      var last = Objects.requireNonNull(sequences);
      var member = UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII));
      long sequence = Long.parseLong(header(record, "ce_sequence"));
      var before = last.get(member);
      if (sequence != (before == null ? 0 : before) + 1) {
        return;
      }
      var event = MembershipEvents.CATALOG.decode(header(record, "ce_type"), record.value());
      var meta = new RecordMeta(member, sequence, record.timestamp());
      view.fold(event, meta, (row, delta) -> add(view.write(row), delta));
      last.put(member, sequence);
    }

    private void add(String row, long delta) {
      var counts = Objects.requireNonNull(rows);
      var before = counts.get(row);
      counts.put(row, (before == null ? 0 : before) + delta);
    }

    private static String header(Record<byte[], byte[]> record, String name) {
      return new String(record.headers().lastHeader(name).value(), StandardCharsets.US_ASCII);
    }
  }
}
