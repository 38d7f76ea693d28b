package vn.sen.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of an interval of {@code _id}. Every few documents it looks for its place
 * anew, so that a slow reader keeps no old version of the map alive.
 */
final class DocumentScan extends Spliterators.AbstractSpliterator<Document> {
  private static final int PER_VERSION = 500;

  private final MVMap<Key, byte[]> documents;
  private final KeyRange range;
  private final boolean descending;
  private @Nullable Key last;
  private Cursor<Key, byte[]> cursor;
  private int left = PER_VERSION;

  DocumentScan(MVMap<Key, byte[]> documents, KeyRange range, boolean descending) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.documents = documents;
    this.range = range;
    this.descending = descending;
    this.cursor = cursorFrom(new Key(descending ? range.to() : range.from()));
  }

  @Override
  public boolean tryAdvance(Consumer<? super Document> action) {
    if (left-- == 0 && last != null) {
      cursor = cursorFrom(last);
      left = PER_VERSION;
    }
    while (cursor.hasNext()) {
      Key key = cursor.next();
      boolean before = range.startsAfter(key);
      if (!before && !range.endsBefore(key) && !key.equals(last)) {
        last = key;
        action.accept(Bson.decode(cursor.getValue()));
        return true;
      }
      if (descending ? before : range.endsBefore(key)) {
        return false;
      }
    }
    return false;
  }

  private Cursor<Key, byte[]> cursorFrom(Key key) {
    return documents.cursor(key, null, descending);
  }
}
