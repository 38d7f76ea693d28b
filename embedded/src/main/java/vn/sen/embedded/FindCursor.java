package vn.sen.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The rest of what a {@code find} found, looked for batch by batch. */
final class FindCursor extends AbstractCursor {
  private static final int DEFAULT_BATCH = 1000;

  private final Iterator<Document> found;

  FindCursor(long id, Stream<Document> found) {
    super(id);
    this.found = found.iterator();
  }

  @Override
  public boolean isEmpty() {
    return !found.hasNext();
  }

  /** At most so many documents; 0 leaves the number to the server. */
  @Override
  public List<Document> takeDocuments(int number) {
    int most = number > 0 ? number : DEFAULT_BATCH;
    List<Document> batch = new ArrayList<>();
    while (batch.size() < most && found.hasNext()) {
      batch.add(found.next());
    }
    return batch;
  }
}
