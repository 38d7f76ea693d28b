package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** A server that speaks MongoDB's protocol in this JVM, its data in one file. */
public final class EmbeddedMongo implements AutoCloseable {
  private final MongoServer server;

  private EmbeddedMongo(MongoServer server) {
    this.server = server;
  }

  /**
   * Starts a server that listens on the loopback interface only.
   *
   * @param dataDir made when it does not exist; holds one file
   * @param port to listen on, 0 for any free one
   */
  public static EmbeddedMongo start(Path dataDir, int port) {
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder of the document store: " + dataDir, e);
    }
    return start(new H2Backend(MVStore.open(dataDir.resolve("documents.mv").toString())), port);
  }

  /** Starts a server that keeps nothing on disk, for tests. */
  public static EmbeddedMongo inMemory() {
    return start(H2Backend.inMemory(), 0);
  }

  private static EmbeddedMongo start(H2Backend backend, int port) {
    MongoServer server = new MongoServer(backend);
    server.bind(new InetSocketAddress("127.0.0.1", port));
    return new EmbeddedMongo(server);
  }

  /** The URI for drivers, without a database name. */
  public String connectionString() {
    return server.getConnectionString();
  }

  /** Closes the clients' connections and the file; every acknowledged write is in it. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}
