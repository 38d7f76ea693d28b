package vn.sen.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Apache Kafka's own broker and controller in this JVM (KRaft, one node), with its log on disk.
 * What was acknowledged is found again after {@link #close()} and after the process was killed.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker that listens on the loopback interface only and returns when it serves
   * requests.
   *
   * @param dataDir made and formatted when it holds no log yet
   * @param port of the broker, 0 for any free one
   * @throws IllegalStateException when the folder cannot be formatted or the broker does not start
   */
  public static EmbeddedKafka start(Path dataDir, int port) {
    int brokerPort = port == 0 ? FreePort.find() : port;
    Path logs = dataDir.toAbsolutePath().resolve("log");
    Properties settings = settings(logs, brokerPort, FreePort.find());
    try {
      Files.createDirectories(logs);
      if (Files.notExists(logs.resolve("meta.properties"))) {
        format(dataDir.toAbsolutePath(), settings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder of the Kafka broker: " + dataDir, e);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    return new EmbeddedKafka(server, "127.0.0.1:" + brokerPort);
  }

  /** Host and port for clients, as in {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker; what it holds is on disk afterwards. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path dataDir, Properties settings) throws IOException {
    Path file = dataDir.resolve("format.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            new String[] {
              "format", "--ignore-formatted",
              "--cluster-id", Uuid.randomUuid().toString(),
              "--config", file.toString()
            },
            new PrintStream(said, true, StandardCharsets.UTF_8));
    Files.delete(file);
    if (status != 0) {
      throw new IllegalStateException(
          "Cannot format the folder of the Kafka broker: " + said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Properties settings(Path logs, int brokerPort, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    p.put("controller.listener.names", "CONTROLLER");
    p.put(
        "listeners", listener("BROKER", brokerPort) + "," + listener("CONTROLLER", controllerPort));
    p.put("advertised.listeners", listener("BROKER", brokerPort));
    p.put("inter.broker.listener.name", "BROKER");
    p.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("log.dirs", logs.toString());

    p.put("auto.create.topics.enable", "false");
    // After a kill the broker may register again only when its old session has run out (default 9
    // s).
    p.put("broker.session.timeout.ms", "2000");
    p.put("broker.heartbeat.interval.ms", "500");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "3");
    // Small segments are compacted soon. A killed broker loads them twice when it starts, as leader
    // before it has registered and after; where the second load meets the first one at work, the
    // coordinator of Kafka 4.2 loads again and again, and consumer groups stand still for minutes.
    p.put("offsets.topic.segment.bytes", Integer.toString(1 << 20));
    // A platform that was switched off for weeks still has to know how far its consumers were.
    p.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("min.insync.replicas", "1");
    p.put("log.retention.ms", "-1");

    // One small node: the defaults are for machines that do nothing else.
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("num.recovery.threads.per.data.dir", "2");
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    p.put("log.index.size.max.bytes", Integer.toString(2 << 20));
    return p;
  }

  private static String listener(String name, int port) {
    return name + "://127.0.0.1:" + port;
  }
}
