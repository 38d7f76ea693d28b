package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** All databases of one store. */
final class StoredBackend extends AbstractMongoBackend {
  private final DocumentStore store;

  StoredBackend(DocumentStore store) {
    this.store = store;
    store.maps().getMapNames().stream()
        .map(name -> name.substring(0, name.indexOf('.')))
        .distinct()
        .forEach(this::resolveDatabase);
  }

  /** No answer leaves before all it may rest on is written. */
  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    try {
      return command.equalsIgnoreCase("hello")
          ? super.handleCommand(channel, database, "ismaster", query)
              .append("isWritablePrimary", true)
          : super.handleCommand(channel, database, command, query);
    } finally {
      store.journal().awaitWritten();
    }
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new StoredDatabase(name, store.maps(), store.journal(), getCursorRegistry());
  }

  @Override
  public void close() {
    super.close();
    store.close();
  }
}
