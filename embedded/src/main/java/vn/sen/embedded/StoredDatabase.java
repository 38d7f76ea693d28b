package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A database whose collections are maps of one store; its indexes are kept in memory. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Key> {
  private static final Document COUNT_STAGE =
      new Document("_id", 1).append("n", new Document("$sum", 1));

  private static final int FIRST_BATCH = 101;

  private final MVStore store;
  private final Journal journal;
  private final List<StoredCollection> opened = new ArrayList<>();
  private boolean opening = true;

  StoredDatabase(String name, MVStore store, Journal journal, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    this.journal = journal;
    initializeNamespacesAndIndexes();
    opening = false;
    opened.forEach(StoredCollection::opened);
    opened.clear();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equalsIgnoreCase("find")) {
      return find(query);
    }
    if (command.equalsIgnoreCase("aggregate")) {
      Document answer = aggregateMatching(query, databases, oplog);
      if (answer != null) {
        return answer;
      }
    }
    Document answer = super.handleCommand(channel, command, query, databases, oplog);
    if (command.equalsIgnoreCase("insert") && answer.get("writeErrors") instanceof List<?> errors) {
      answer.put("n", inserted(query, errors));
    }
    return answer;
  }

  private Document find(Document command) {
    String name = String.valueOf(command.get("find"));
    if (!(resolveCollection(name, false) instanceof StoredCollection collection)) {
      return cursorAnswer(name, 0, List.of());
    }
    Stream<Document> found =
        collection.stream(
            command.get("filter") instanceof Document filter ? filter : new Document(),
            (Document) command.get("sort"),
            number(command, "skip"),
            Math.abs(number(command, "limit")),
            (Document) command.get("projection"));
    FindCursor cursor = new FindCursor(cursorRegistry.generateCursorId(), found);
    int size = number(command, "batchSize");
    List<Document> first = cursor.takeDocuments(size > 0 ? size : FIRST_BATCH);
    if (Utils.isTrue(command.get("singleBatch")) || cursor.isEmpty()) {
      return cursorAnswer(name, 0, first);
    }
    cursorRegistry.add(cursor);
    return cursorAnswer(name, cursor.getId(), first);
  }

  private static int number(Document command, String option) {
    return command.get(option) instanceof Number number ? number.intValue() : 0;
  }

  private Document cursorAnswer(String collection, long cursor, List<Document> firstBatch) {
    return new Document(
            "cursor",
            new Document("id", cursor)
                .append("ns", getFullCollectionNamespace(collection))
                .append("firstBatch", firstBatch))
        .append("ok", 1.0);
  }

  private static int inserted(Document insert, List<?> errors) {
    if (Utils.isTrue(insert.get("ordered"))
        && errors.getFirst() instanceof Document first
        && first.get("index") instanceof Integer before) {
      return before;
    }
    return insert.get("documents") instanceof List<?> documents
        ? documents.size() - errors.size()
        : 0;
  }

  /** Finds what a pipeline starts with by an index, where its first stage says what it wants. */
  private @Nullable Document aggregateMatching(
      Document command, DatabaseResolver databases, Oplog oplog) {
    List<Document> pipeline = Aggregation.parse(command.get("pipeline"));
    if (pipeline.isEmpty() || !(pipeline.getFirst().get("$match") instanceof Document filter)) {
      return null;
    }
    String name = String.valueOf(command.get("aggregate"));
    MongoCollection<Key> collection = resolveCollection(name, false);
    if (collection == null) {
      return null;
    }
    List<Document> stages = pipeline.subList(1, pipeline.size());
    Aggregation rest = Aggregation.fromPipeline(stages, databases, this, collection, oplog);
    rest.validate(command);
    if (rest.isModifying()) {
      return null;
    }
    List<Document> answer =
        stages.equals(List.of(new Document("$group", COUNT_STAGE)))
            ? counted(collection.count(filter, 0, 0))
            : rest.runStages(collection.handleQueryAsStream(filter));
    return cursorAnswer(name, 0, answer);
  }

  private static List<Document> counted(int documents) {
    return documents == 0 ? List.of() : List.of(new Document("_id", 1).append("n", documents));
  }

  @Override
  protected Index<Key> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return name.equals(IdIndex.NAME)
        ? new IdIndex(documents(collection))
        : new OrderedIndex(name, keys, true, sparse);
  }

  @Override
  protected Index<Key> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new OrderedIndex(name, keys, false, sparse);
  }

  @Override
  protected MongoCollection<Key> openOrCreateCollection(String name, CollectionOptions options) {
    StoredCollection collection =
        new StoredCollection(
            this, name, options, documents(name), journal, cursorRegistry, opening);
    if (opening) {
      opened.add(collection);
    }
    return collection;
  }

  @Override
  public synchronized void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    store.removeMap(getFullCollectionNamespace(name));
    journal.drop(getFullCollectionNamespace(name));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    throw new UnsupportedOperationException("renameCollection is not supported");
  }

  @Override
  protected long getStorageSize() {
    return store.getFileStore() == null ? 0 : store.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }

  private MVMap<Key, byte[]> documents(String collection) {
    return DocumentStore.openMap(store, getFullCollectionNamespace(collection));
  }
}
