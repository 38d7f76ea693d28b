package vn.sen.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Broker, store, two instances of membership and two of reporting, each in a process of its own.
 * Ports are below those that the system hands out, so that nobody gets the port of a process that
 * is away.
 */
final class Cluster implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** For broker and store, which have no configuration of their own. */
  private static final String QUIET =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %-5level %logger{20} %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private final Path layout;
  private final Path data;
  private final Http http = new Http();
  private final Node broker;
  private final Node store;
  private final List<Node> membership;
  private final List<Node> reporting;

  /**
   * @param layout what the build has put together for {@code ./sen}
   * @param data made when it does not exist
   * @param firstPort of six
   */
  Cluster(Path layout, Path data, int firstPort) {
    this.layout = layout;
    this.data = data;
    try {
      Files.createDirectories(data.resolve("logs"));
      Files.writeString(data.resolve("logback.xml"), QUIET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broker = server("kafka", firstPort, "-Xmx400m");
    store = server("mongodb", firstPort + 1, "-Xmx1g");
    membership = List.of(membership(1, firstPort + 2), membership(2, firstPort + 3));
    reporting = List.of(reporting(1, firstPort + 4), reporting(2, firstPort + 5));
  }

  Node broker() {
    return broker;
  }

  Node store() {
    return store;
  }

  List<Node> membership() {
    return membership;
  }

  List<Node> reporting() {
    return reporting;
  }

  String bootstrap() {
    return "127.0.0.1:" + broker.port();
  }

  String mongoUri() {
    return "mongodb://127.0.0.1:" + store.port() + "/?uuidRepresentation=standard";
  }

  static URI uri(Node node, String path) {
    return URI.create("http://127.0.0.1:" + node.port() + path);
  }

  /** Starts what does not run and returns when all of it can serve. */
  void start() {
    broker.start();
    store.start();
    Waiting.require("broker and store listen", START, () -> broker.accepts() && store.accepts());
    services().forEach(Node::start);
    services().forEach(this::awaitReady);
  }

  /** Begins anew, whatever state its processes are in. */
  void restart() {
    Stream.concat(services().stream(), Stream.of(broker, store))
        .filter(Node::isAlive)
        .forEach(Node::kill);
    start();
  }

  /**
   * Waits until an instance can serve.
   *
   * @throws IllegalStateException if it ended or takes too long
   */
  void awaitReady(Node service) {
    Waiting.require(
        service.name() + " is ready", START, () -> !service.isAlive() || isReady(service));
    if (!service.isAlive()) {
      throw new IllegalStateException(
          service.name() + " ended by itself; see its log in " + data.resolve("logs"));
    }
  }

  private boolean isReady(Node service) {
    try {
      return http.get(uri(service, "/actuator/health/readiness")).isDone();
    } catch (IOException e) {
      return false;
    }
  }

  List<Node> services() {
    return Stream.concat(membership.stream(), reporting.stream()).toList();
  }

  private Node server(String kind, int port, String heap) {
    var command = java(heap, layout.resolve("lib") + "/*");
    command.add("-Dlogback.configurationFile=" + data.resolve("logback.xml"));
    command.add("vn.sen.embedded.StandaloneServer");
    command.add(kind);
    command.add(data.resolve(kind).toString());
    command.add(Integer.toString(port));
    return new Node(kind, port, command, log(kind));
  }

  /** The first keeps its name over restarts, as operators should; the second gets another one. */
  private Node membership(int number, int port) {
    var relay = number == 1 ? "membership-1" : "";
    return service(
        "membership", number, port, "vn.sen.membership.MembershipServiceApplication", relay);
  }

  private Node reporting(int number, int port) {
    return service("reporting", number, port, "vn.sen.reporting.ReportingServiceApplication", "");
  }

  private Node service(String context, int number, int port, String main, String instance) {
    var name = context + "-" + number;
    var jar = layout.resolve("services").resolve(context + "-service.jar");
    var command = java("-Xmx320m", jar + ":" + layout.resolve("lib") + "/*");
    command.add(main);
    command.addAll(
        List.of(
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--server.tomcat.basedir=" + data.resolve("work").resolve(name),
            "--spring.config.location=optional:classpath:/",
            "--spring.jmx.enabled=false",
            "--sen.local=true",
            "--sen.privacy.keys=" + data.resolve("privacy.keys"),
            "--sen.access.issuer=" + Http.ISSUER.issuer(),
            "--sen.access.jwk-set=" + Http.ISSUER.jwkSet(),
            "--sen.kafka.bootstrap=" + bootstrap(),
            "--spring.mongodb.uri=mongodb://127.0.0.1:" + store.port(),
            "--sen.relay.instance=" + instance));
    return new Node(name, port, command, log(name));
  }

  private static List<String> java(String heap, String classPath) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.addAll(FLAGS);
    command.add("-cp");
    command.add(classPath);
    return command;
  }

  private Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }

  /** Ends everything, services before what they stand on. */
  @Override
  public void close() {
    services().parallelStream().forEach(Node::stop);
    Stream.of(broker, store).parallel().forEach(Node::stop);
    http.close();
  }
}
