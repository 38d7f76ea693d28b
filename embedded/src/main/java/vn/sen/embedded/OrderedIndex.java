package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index in memory, unique or not, over one field or several, arrays by element. It is made anew
 * from the documents when a collection is opened, so that it cannot contradict them.
 *
 * <p>Changes come one at a time, from the collection's lock; reading needs none.
 */
final class OrderedIndex extends Index<Key> {
  private static final byte[] NOTHING = {};

  private final ConcurrentSkipListMap<byte[], Key> entries =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
  private final List<FieldPath> paths;
  private final boolean unique;
  private volatile boolean arrays;

  OrderedIndex(String name, List<IndexKey> keys, boolean unique, boolean sparse) {
    super(name, keys, sparse);
    this.unique = unique;
    this.paths = keys.stream().map(key -> new FieldPath(key.getKey())).toList();
  }

  List<String> fields() {
    return keys();
  }

  /** The fields of a document that must be known to find its entries. */
  Stream<String> topFields() {
    return paths.stream().map(FieldPath::first);
  }

  /** Whether some document has an array here: one document, several entries. */
  boolean hasArrays() {
    return arrays;
  }

  /** Whether a document without any of the fields is not in here. */
  boolean leavesOutMissing() {
    return isSparse();
  }

  /** Whether a filter on its fields can be answered from it. */
  boolean isReliable() {
    return paths.stream().noneMatch(FieldPath::mayNamePosition);
  }

  /** The places of what lies in the intervals, in order; with arrays some may come twice. */
  Stream<Key> positions(List<KeyRange> ranges, boolean descending) {
    List<KeyRange> inOrder = descending ? ranges.reversed() : ranges;
    return inOrder.stream()
        .flatMap(
            range -> {
              NavigableMap<byte[], Key> part =
                  entries.subMap(range.from(), true, range.to(), false);
              return (descending ? part.descendingMap() : part).values().stream();
            });
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other)
        && isUnique() == other.isUnique()
        && getKeys().toString().equals(other.getKeys().toString());
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Key> collection) {
    if (unique) {
      refuseTaken(document, Key.of(document.get("_id")), collection);
    }
  }

  @Override
  public void add(Document document, Key position, MongoCollection<Key> collection) {
    if (unique) {
      refuseTaken(document, position, collection);
    }
    for (byte[] key : keysOf(document)) {
      entries.put(KeyCodec.concat(key, position.bytes()), position);
    }
  }

  @Override
  public Key remove(Document document) {
    Key position = Key.of(document.get("_id"));
    for (byte[] key : keysOf(document)) {
      entries.remove(KeyCodec.concat(key, position.bytes()));
    }
    return position;
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
    if (unique && concerns(before, after)) {
      refuseTaken(after, Key.of(before.get("_id")), collection);
    }
  }

  /** Adds the new entries; the old ones go with {@link #forget} once the document is stored. */
  @Override
  public void updateInPlace(
      Document before, Document after, Key position, MongoCollection<Key> collection) {
    if (concerns(before, after)) {
      for (byte[] key : keysOf(after)) {
        entries.put(KeyCodec.concat(key, position.bytes()), position);
      }
    }
  }

  /** Removes the entries that the former state of a document had and the present one has not. */
  void forget(Document before, Document after, Key position) {
    if (!concerns(before, after)) {
      return;
    }
    List<byte[]> kept = keysOf(after);
    for (byte[] key : keysOf(before)) {
      if (kept.stream().noneMatch(other -> Arrays.equals(other, key))) {
        entries.remove(KeyCodec.concat(key, position.bytes()));
      }
    }
  }

  /**
   * Whether an update changes any field of the index. Most change few fields, and comparing values
   * costs much less than looking for their entries. Documents as values count as changed: they can
   * be equal here and yet have other bytes.
   */
  private boolean concerns(Document before, Document after) {
    for (FieldPath path : paths) {
      List<Object> values = path.read(after);
      if (!values.equals(path.read(before))
          || values.stream().anyMatch(Document.class::isInstance)) {
        return true;
      }
    }
    return false;
  }

  private void refuseTaken(Document document, Key own, MongoCollection<Key> collection) {
    List<byte[]> keys = keysOf(document);
    for (int i = 0; i < keys.size(); i++) {
      KeyRange range = KeyRange.startingWith(keys.get(i));
      Map.Entry<byte[], Key> taken = entries.ceilingEntry(range.from());
      if (taken != null
          && Arrays.compareUnsigned(taken.getKey(), range.to()) < 0
          && !taken.getValue().equals(own)) {
        throw new DuplicateKeyError(
            this, collection, getKeys(), new KeyValue(combinations(document).get(i)));
      }
    }
  }

  /** What a document is found under here; in the order of {@link #combinations}. */
  private List<byte[]> keysOf(Document document) {
    List<byte[]> keys = List.of(NOTHING);
    boolean present = !isSparse();
    for (FieldPath path : paths) {
      List<Object> values = path.read(document);
      if (path.crossesArray(document)) {
        arrays = true;
      }
      List<byte[]> longer = new ArrayList<>(keys.size() * values.size());
      for (byte[] key : keys) {
        for (Object value : values) {
          present |= !(value instanceof Missing);
          longer.add(KeyCodec.concat(key, KeyCodec.encode(value)));
        }
      }
      keys = longer;
    }
    return present ? keys : List.of();
  }

  private List<List<Object>> combinations(Document document) {
    List<List<Object>> combinations = List.of(List.of());
    for (FieldPath path : paths) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> beginning : combinations) {
        for (Object value : path.read(document)) {
          List<Object> combination = new ArrayList<>(beginning);
          combination.add(value);
          longer.add(combination);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  @Override
  public @Nullable Key getPosition(Document document) {
    return null;
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
    return entries.size();
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    entries.clear();
  }
}
