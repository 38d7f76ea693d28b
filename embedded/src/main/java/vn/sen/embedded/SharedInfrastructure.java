package vn.sen.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tests run against: one broker, one document store and one issuer per JVM, started when first
 * asked for and stopped with the JVM. The environment variables {@code SEN_KAFKA_BOOTSTRAP} and
 * {@code SEN_MONGODB_URI} name real servers to use instead.
 *
 * <p>Tests share these servers: name topics, groups and databases so that they cannot meet.
 */
public final class SharedInfrastructure {

  /** In which Spring Boot closes the applications of the JVM. */
  private static final String SPRINGS_HOOK = "SpringApplicationShutdownHook";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Supplier<EmbeddedKafka> KAFKA = once(SharedInfrastructure::startKafka);
  private static final Supplier<EmbeddedMongo> MONGO = once(SharedInfrastructure::startMongo);
  private static final Supplier<EmbeddedIssuer> ISSUER = once(SharedInfrastructure::startIssuer);

  private SharedInfrastructure() {}

  /** Host and port of the broker. */
  public static String kafkaBootstrap() {
    String real = System.getenv("SEN_KAFKA_BOOTSTRAP");
    return real != null && !real.isBlank() ? real : KAFKA.get().bootstrapServers();
  }

  /** URI of the document store, without a database name. */
  public static String mongoUri() {
    String real = System.getenv("SEN_MONGODB_URI");
    return real != null && !real.isBlank() ? real : MONGO.get().connectionString();
  }

  /** Whose tokens the services under test believe. */
  public static EmbeddedIssuer issuer() {
    return ISSUER.get();
  }

  private static EmbeddedIssuer startIssuer() {
    EmbeddedIssuer issuer = EmbeddedIssuer.start();
    atExit(issuer::close);
    return issuer;
  }

  private static EmbeddedKafka startKafka() {
    Path folder;
    try {
      folder = Files.createTempDirectory("sen-kafka");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the broker", e);
    }
    EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
    atExit(
        () -> {
          kafka.close();
          delete(folder);
        });
    return kafka;
  }

  private static EmbeddedMongo startMongo() {
    EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    atExit(mongo::close);
    return mongo;
  }

  private static void atExit(Runnable stop) {
    Runnable last =
        () -> {
          awaitApplications();
          stop.run();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(last, "stop-shared-infrastructure"));
  }

  /** Hooks run at the same time, and consumers take long to leave a broker that is gone. */
  private static void awaitApplications() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(SPRINGS_HOOK)) {
        try {
          thread.join(PATIENCE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete the broker's temporary folder", e);
    }
  }

  private static <T> Supplier<T> once(Supplier<T> start) {
    return new Supplier<>() {
      private @Nullable T value;

      @Override
      public synchronized T get() {
        T started = value;
        if (started == null) {
          started = start.get();
          value = started;
        }
        return started;
      }
    };
  }
}
