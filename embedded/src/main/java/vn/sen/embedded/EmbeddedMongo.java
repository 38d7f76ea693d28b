package vn.sen.embedded;

import java.nio.file.Path;

/**
 * A server that speaks MongoDB's protocol, in this JVM: mongo-java-server with documents kept in
 * H2's MVStore. What was acknowledged is found again after {@link #close()} and after the process
 * was killed.
 */
public final class EmbeddedMongo implements AutoCloseable {
  private final StoredBackend backend;
  private final MongoListener listener;

  private EmbeddedMongo(StoredBackend backend, MongoListener listener) {
    this.backend = backend;
    this.listener = listener;
  }

  /**
   * Starts a server that listens on the loopback interface only.
   *
   * @param dataDir made when it does not exist
   * @param port to listen on, 0 for any free one
   * @throws IllegalStateException when the folder is open in another process
   */
  public static EmbeddedMongo start(Path dataDir, int port) {
    return start(DocumentStore.open(dataDir, DocumentStore.JOURNAL_LIMIT), port);
  }

  /** Starts a server on any free port that keeps nothing on disk, for tests. */
  public static EmbeddedMongo inMemory() {
    return start(DocumentStore.inMemory(), 0);
  }

  static EmbeddedMongo start(DocumentStore store, int port) {
    try {
      StoredBackend backend = new StoredBackend(store);
      return new EmbeddedMongo(backend, new MongoListener(backend, port));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The URI for drivers, without a database name. */
  public String connectionString() {
    return "mongodb://127.0.0.1:" + listener.port();
  }

  /** Closes the clients' connections and saves everything. */
  @Override
  public void close() {
    listener.close();
    backend.close();
  }
}
