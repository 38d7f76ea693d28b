package vn.sen.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The broker or the document store as a process of its own, so that it can be killed apart from
 * what stands on it: {@code StandaloneServer kafka|mongodb FOLDER PORT}. Runs until it is told to
 * end.
 */
public final class StandaloneServer {
  private StandaloneServer() {}

  /** Starts the server that the first argument names. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 3) {
      throw new IllegalArgumentException("Wanted: kafka|mongodb FOLDER PORT");
    }
    var folder = Path.of(args[1]);
    int port = Integer.parseInt(args[2]);
    AutoCloseable server =
        switch (args[0]) {
          case "kafka" -> EmbeddedKafka.start(folder, port);
          case "mongodb" -> EmbeddedMongo.start(folder, port);
          default -> throw new IllegalArgumentException("Neither kafka nor mongodb: " + args[0]);
        };
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "stop"));
    // the servers' own threads may all be daemons
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop cleanly", e);
    }
  }
}
