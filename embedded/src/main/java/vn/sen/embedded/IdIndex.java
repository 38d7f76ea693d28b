package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index over {@code _id}: the map of the documents itself, which is ordered by it. */
final class IdIndex extends Index<Key> {
  static final String NAME = "_id_";

  private final MVMap<Key, byte[]> documents;

  IdIndex(MVMap<Key, byte[]> documents) {
    super(NAME, List.of(new IndexKey("_id", true)), false);
    this.documents = documents;
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  @Override
  public Key getPosition(Document document) {
    return Key.of(document.get("_id"));
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    if (documents.containsKey(getPosition(document))) {
      throw new DuplicateKeyError(
          this, collection, getKeys(), new KeyValue(document.getOrMissing("_id")));
    }
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    // The document is its own entry.
  }

  @Override
  public Key remove(Document document) {
    return getPosition(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
    // An _id does not change.
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Key position, MongoCollection<Key> collection) {
    // The document is its own entry.
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Key> getPositions(Document query) {
    throw new UnsupportedOperationException("Queries are planned by the collection");
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  /** Never: there is nothing to build when it is added to a collection that has documents. */
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public void drop() {
    // Goes with the documents.
  }
}
