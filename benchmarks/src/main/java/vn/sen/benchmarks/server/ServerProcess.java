package vn.sen.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.sen.benchmarks.Waiting;
import vn.sen.embedded.SharedInfrastructure;

/**
 * A broker, a document store or a service as a process of its own, started from what the build has
 * put together for {@code ./sen}.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CONNECT_MILLIS = 500;
  private static final String SERVICE_HEAP = "-Xmx512m";
  private static final long UNLIMITED = 1_000_000_000;

  private static final String WITHOUT_ACCESS =
      "--spring.autoconfigure.exclude=vn.sen.chassis.access.AccessAutoConfiguration";

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** A broker that listens. */
  public static ServerProcess broker(Scratch scratch) throws IOException {
    return standalone("kafka", "-Xmx700m", scratch);
  }

  /** A document store on disk that listens. */
  public static ServerProcess store(Scratch scratch) throws IOException {
    return standalone("mongodb", "-Xmx2g", scratch);
  }

  private static ServerProcess standalone(String kind, String heap, Scratch scratch)
      throws IOException {
    int port = freePort();
    var command = java(List.of(heap), layout().resolve("lib") + "/*");
    command.addAll(
        List.of(
            "vn.sen.embedded.StandaloneServer",
            kind,
            scratch.resolve(kind).toString(),
            Integer.toString(port)));
    var server = start(command, scratch, kind, port);
    Waiting.until(kind + " listens", PATIENCE, () -> server.requireAlive() && server.accepts());
    return server;
  }

  /** The membership service, ready. */
  public static ServerProcess membership(ServerProcess broker, ServerProcess store, Scratch scratch)
      throws IOException {
    return service(
        "membership", "vn.sen.membership.MembershipServiceApplication", broker, store, scratch);
  }

  /** The lending service, ready. */
  public static ServerProcess lending(ServerProcess broker, ServerProcess store, Scratch scratch)
      throws IOException {
    return service("lending", "vn.sen.lending.LendingServiceApplication", broker, store, scratch);
  }

  /** The reporting service, ready. */
  public static ServerProcess reporting(ServerProcess broker, ServerProcess store, Scratch scratch)
      throws IOException {
    return service(
        "reporting", "vn.sen.reporting.ReportingServiceApplication", broker, store, scratch);
  }

  /** The membership service, ready, without any check of tokens, roles and units. */
  public static ServerProcess openMembership(
      ServerProcess broker, ServerProcess store, Scratch scratch) throws IOException {
    return service(
        "membership",
        "vn.sen.membership.MembershipServiceApplication",
        broker,
        store,
        scratch,
        WITHOUT_ACCESS);
  }

  /** The reporting service, ready, without any check of tokens, roles and units. */
  public static ServerProcess openReporting(
      ServerProcess broker, ServerProcess store, Scratch scratch) throws IOException {
    return service(
        "reporting",
        "vn.sen.reporting.ReportingServiceApplication",
        broker,
        store,
        scratch,
        WITHOUT_ACCESS);
  }

  private static ServerProcess service(
      String context,
      String main,
      ServerProcess broker,
      ServerProcess store,
      Scratch scratch,
      String... more)
      throws IOException {
    int port = freePort();
    var jar = layout().resolve("services").resolve(context + "-service.jar");
    var classPath = jar + ":" + layout().resolve("lib") + "/*";
    var command =
        java(List.of(SERVICE_HEAP), more.length == 0 ? classPath : classPath + ":" + benchmarks());
    command.add(main);
    command.addAll(List.of(more));
    command.addAll(application(context, port, scratch));
    command.addAll(
        List.of(
            "--sen.local=true",
            "--sen.privacy.keys=" + scratch.resolve("privacy.keys"),
            "--sen.kafka.bootstrap=" + broker.address(),
            "--spring.mongodb.uri=mongodb://" + store.address()));
    var signing = scratch.resolve("secrets").resolve("issuance-keys.json");
    if (Files.exists(signing)) {
      command.add("--sen.issuance.keys=" + signing);
    }
    return ready(start(command, scratch, context, port));
  }

  /** The gateway in front of two services, ready. */
  public static ServerProcess gateway(
      ServerProcess membership, ServerProcess reporting, Scratch scratch) throws IOException {
    int port = freePort();
    var command = java(List.of(SERVICE_HEAP), layout().resolve("gateway") + "/*");
    command.add("vn.sen.gateway.GatewayApplication");
    command.addAll(application("gateway", port, scratch));
    command.addAll(
        List.of(
            "--sen.routes.membership=" + membership.uri("/"),
            "--sen.routes.reporting=" + reporting.uri("/"),
            "--sen.gateway.sessions.enabled=false",
            "--sen.gateway.rate-limit.client=" + UNLIMITED));
    return ready(start(command, scratch, "gateway", port));
  }

  private static List<String> application(String name, int port, Scratch scratch) {
    return List.of(
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--server.tomcat.basedir=" + scratch.resolve("work-" + name),
        "--spring.config.location=optional:classpath:/",
        "--spring.jmx.enabled=false",
        "--sen.access.issuer=" + SharedInfrastructure.issuer().issuer(),
        "--sen.access.jwk-set=" + SharedInfrastructure.issuer().jwkSet(),
        "--management.tracing.export.enabled=false");
  }

  private static ServerProcess ready(ServerProcess service) {
    try (var http = new Http(1)) {
      Waiting.until(
          "readiness on port " + service.port,
          PATIENCE,
          () -> service.requireAlive() && service.accepts() && isReady(http, service));
    }
    return service;
  }

  private static boolean isReady(Http http, ServerProcess service) {
    return http.get(service.uri("/actuator/health/readiness")).status() == 200;
  }

  /** Another program that listens on a port, for example nginx. */
  public static ServerProcess program(List<String> command, int port, Scratch scratch)
      throws IOException {
    var server = start(command, scratch, "program", port);
    Waiting.until(
        command.getFirst() + " listens", PATIENCE, () -> server.requireAlive() && server.accepts());
    return server;
  }

  private static ServerProcess start(List<String> command, Scratch scratch, String name, int port)
      throws IOException {
    var log = scratch.resolve(name + ".log").toFile();
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    return new ServerProcess(process, port);
  }

  private static List<String> java(List<String> flags, String classPath) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:-ClassUnloadingWithConcurrentMark",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath));
    return command;
  }

  private static Path layout() {
    return Path.of(System.getProperty("sen.home", "."), "local", "target", "platform");
  }

  /** What this class was loaded from. */
  private static Path benchmarks() {
    try {
      return Path.of(
          ServerProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A port that nobody listens on. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** An address on it. */
  public URI uri(String path) {
    return URI.create("http://" + address() + path);
  }

  /** The process itself. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * True while it runs.
   *
   * @throws IllegalStateException if it has ended
   */
  public boolean requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "The server on port %d ended by itself with status %d"
              .formatted(port, process.exitValue()));
    }
    return true;
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(25, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
