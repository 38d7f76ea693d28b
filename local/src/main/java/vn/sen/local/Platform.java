package vn.sen.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sen.embedded.EmbeddedKafka;
import vn.sen.embedded.EmbeddedMongo;

/** Broker, store, services and gateway in this process. Stops all of them, however far it came. */
final class Platform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

  /** What stops together; the last layer stops first. */
  private enum Layer {
    INFRASTRUCTURE,
    SERVICES,
    GATEWAY
  }

  private record Part(String name, AutoCloseable handle) {}

  private final Settings settings;
  private final DataFolder data;
  private final Layout layout;
  private final Progress progress;
  private final Map<Layer, List<Part>> running = new EnumMap<>(Layer.class);
  private final CountDownLatch stopping = new CountDownLatch(1);

  Platform(Settings settings, DataFolder data, Layout layout, Progress progress) {
    this.settings = settings;
    this.data = data;
    this.layout = layout;
    this.progress = progress;
  }

  /** Where clients speak to it. */
  URI gateway() {
    return settings.gateway();
  }

  /**
   * Starts everything and returns when it can serve. What has started when something fails runs on
   * until {@link #close()}.
   *
   * @throws StartFailed when a part does not start
   */
  void start() {
    try (var starters =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory())) {
      var kafka = starters.submit(this::kafka);
      var mongodb = starters.submit(this::mongodb);
      startApplications(starters, done("Kafka", kafka), done("MongoDB", mongodb));
    }
  }

  private void startApplications(ExecutorService starters, String kafka, String mongodb) {
    Map<Service, Ports.Reserved> ports = new EnumMap<>(Service.class);
    for (var service : Service.values()) {
      ports.put(service, Ports.reserve());
    }
    try {
      var arguments = new ApplicationArguments(settings, data, kafka, mongodb, ports);
      var gateway =
          starters.submit(
              () ->
                  start(
                      Layer.GATEWAY,
                      "gateway",
                      () ->
                          BootApplication.start(
                              layout.loaderOfGateway(),
                              "vn.sen.gateway.GatewayApplication",
                              arguments.ofGateway())));
      ports.forEach((service, port) -> startService(service, port, arguments));
      var readiness = new Readiness(this::isStopping);
      ports.forEach((service, port) -> readiness.await(service.context(), port.number()));
      done("gateway", gateway);
    } finally {
      ports.values().forEach(Ports.Reserved::release);
    }
  }

  private void startService(Service service, Ports.Reserved port, ApplicationArguments arguments) {
    start(
        Layer.SERVICES,
        service.context(),
        () -> {
          port.release();
          return BootApplication.start(
              layout.loaderOf(service), service.mainClass(), arguments.of(service));
        });
  }

  private String kafka() {
    var real = settings.kafka();
    if (real != null) {
      return real;
    }
    return start(Layer.INFRASTRUCTURE, "Kafka", () -> EmbeddedKafka.start(data.kafka(), 0))
        .bootstrapServers();
  }

  private String mongodb() {
    var real = settings.mongodb();
    if (real != null) {
      return real;
    }
    return start(Layer.INFRASTRUCTURE, "MongoDB", () -> EmbeddedMongo.start(data.mongodb(), 0))
        .connectionString();
  }

  private <T extends AutoCloseable> T start(Layer layer, String name, Callable<T> starter) {
    if (isStopping()) {
      throw new StartFailed(name, null);
    }
    var step = progress.begin(name);
    T started;
    try {
      started = starter.call();
    } catch (StartFailed e) {
      throw e;
    } catch (Exception e) {
      throw new StartFailed(name, e);
    }
    var part = new Part(name, started);
    if (!keep(layer, part)) {
      stop(part);
      throw new StartFailed(name, null);
    }
    step.done();
    return started;
  }

  private synchronized boolean keep(Layer layer, Part part) {
    if (isStopping()) {
      return false;
    }
    running.computeIfAbsent(layer, l -> new ArrayList<>()).add(part);
    return true;
  }

  private synchronized List<Part> take(Layer layer) {
    stopping.countDown();
    var parts = running.remove(layer);
    return parts == null ? List.of() : parts;
  }

  /** Whether somebody has asked it to stop. */
  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Returns when somebody has asked it to stop. */
  void awaitStop() throws InterruptedException {
    stopping.await();
  }

  /** Stops what runs; the gateway first, then the services, then what they stand on. */
  @Override
  public void close() {
    for (var layer : List.of(Layer.GATEWAY, Layer.SERVICES, Layer.INFRASTRUCTURE)) {
      try (var stoppers =
          Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("stop-", 0).factory())) {
        take(layer).forEach(part -> stoppers.execute(() -> stop(part)));
      }
    }
  }

  private static void stop(Part part) {
    try {
      part.handle().close();
    } catch (Exception e) {
      LOG.warn("{} did not stop cleanly", part.name(), e);
    }
  }

  private static <T> T done(String part, Future<T> start) {
    try {
      return start.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StartFailed failed
          ? failed
          : new StartFailed(part, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed(part, e);
    }
  }
}
