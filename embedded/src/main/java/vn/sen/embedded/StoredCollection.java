package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection in an ordered map on disk. Writers take turns, document by document; readers never
 * wait for them, and find what they read by {@code _id} or by an index where there is one.
 */
final class StoredCollection extends AbstractMongoCollection<Key> {
  private final MVMap<Key, byte[]> documents;
  private final String map;
  private final Journal journal;
  private final List<OrderedIndex> ordered = new CopyOnWriteArrayList<>();
  private boolean opening;

  StoredCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Key, byte[]> documents,
      Journal journal,
      CursorRegistry cursors,
      boolean opening) {
    super(database, name, options, cursors);
    this.opening = opening;
    this.documents = documents;
    this.map = documents.getName();
    this.journal = journal;
    if ("_id".equals(options.getIdField())) {
      super.addIndex(new IdIndex(documents));
    }
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    List<Document> found = stream(query, orderBy, skip, limit, fields).toList();
    return createQueryResult(found, batchSize);
  }

  /** Finds documents as they are asked for; only an order that no index gives needs all of them. */
  Stream<Document> stream(
      Document query, @Nullable Document orderBy, int skip, int limit, @Nullable Document fields) {
    QueryPlan plan = QueryPlan.choose(query, orderBy, ordered);
    Stream<Document> found =
        candidates(plan).filter(document -> documentMatchesQuery(document, query));
    if (!plan.sorted()) {
      found = found.sorted(deriveComparator(orderBy));
    }
    if (skip > 0) {
      found = found.skip(skip);
    }
    if (limit > 0) {
      found = found.limit(limit);
    }
    if (fields != null && !fields.isEmpty()) {
      found = found.map(document -> project(document, fields));
    }
    return found;
  }

  private Document project(Document document, Document fields) {
    Stream<Document> one = Stream.of(document);
    return matchDocumentsFromStream(one, new Document(), null, 0, 0, 0, fields).iterator().next();
  }

  private Stream<Document> candidates(QueryPlan plan) {
    OrderedIndex index = plan.index();
    if (index != null) {
      Stream<Key> positions = index.positions(plan.ranges(), plan.descending());
      return (index.hasArrays() ? positions.distinct() : positions)
          .map(this::getDocument)
          .filter(Objects::nonNull);
    }
    List<KeyRange> ranges = plan.descending() ? plan.ranges().reversed() : plan.ranges();
    return ranges.stream().flatMap(range -> scan(range, plan.descending()));
  }

  private Stream<Document> scan(KeyRange range, boolean descending) {
    return StreamSupport.stream(new DocumentScan(documents, range, descending), false);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document fields) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
  }

  @Override
  protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(entry -> new DocumentWithPosition<>(Bson.decode(entry.getValue()), entry.getKey()));
  }

  @Override
  protected @Nullable Document getDocument(Key position) {
    byte[] bytes = documents.get(position);
    return bytes == null ? null : Bson.decode(bytes);
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  @Override
  protected Key addDocumentInternal(Document document) {
    String idField = getIdField();
    Key position = Key.of(idField == null ? UUID.randomUUID() : document.get(idField));
    byte[] bytes = Bson.encode(document);
    documents.put(position, bytes);
    journal.put(map, position, bytes);
    return position;
  }

  @Override
  protected void handleUpdate(Key position, Document before, Document after) {
    byte[] bytes = Bson.encode(after);
    documents.put(position, bytes);
    journal.put(map, position, bytes);
    ordered.forEach(index -> index.forget(before, after, position));
  }

  @Override
  protected void removeDocument(Key position) {
    documents.remove(position);
    journal.remove(map, position);
  }

  @Override
  public synchronized void addDocument(Document document) {
    super.addDocument(document);
  }

  @Override
  public synchronized void removeDocument(Document document) {
    super.removeDocument(document);
  }

  @Override
  public synchronized Document findAndModify(Document query) {
    return super.findAndModify(query);
  }

  @Override
  public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return super.deleteDocuments(selector, limit, oplog);
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
  }

  @Override
  public synchronized void addIndex(Index<Key> index) {
    boolean known =
        getIndexes().stream().anyMatch(other -> other.getName().equals(index.getName()));
    if (known || !(index instanceof OrderedIndex added)) {
      super.addIndex(index);
    } else {
      if (!opening) {
        build(List.of(added));
      }
      getIndexes().add(added);
      ordered.add(added);
    }
  }

  /** Builds the indexes added since the collection was made, all in one pass over the documents. */
  synchronized void opened() {
    if (opening && !ordered.isEmpty()) {
      build(ordered);
    }
    opening = false;
  }

  private void build(List<OrderedIndex> added) {
    Set<String> fields =
        added.stream().flatMap(OrderedIndex::topFields).collect(Collectors.toSet());
    try {
      documents.forEach(
          (position, bytes) -> {
            Document document = Bson.decode(bytes, fields);
            added.forEach(index -> index.add(document, position, this));
          });
    } catch (MongoServerError e) {
      throw new IndexBuildFailedException(e, this);
    }
  }

  @Override
  public synchronized void dropIndex(String name) {
    ordered.removeIf(index -> index.getName().equals(name));
    super.dropIndex(name);
  }

  /** The documents go with the map; an index that is left over must not keep it. */
  @Override
  public void drop() {
    ordered.clear();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int delta) {
    throw new UnsupportedOperationException("The size is counted when asked for");
  }

  @Override
  protected int getDataSize() {
    long size = 0;
    for (byte[] document : documents.values()) {
      size += document.length;
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }
}
