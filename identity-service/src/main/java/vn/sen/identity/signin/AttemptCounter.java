package vn.sen.identity.signin;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.sen.identity.token.Digest;

/**
 * Counts failed attempts by name for all instances together. It stands apart from the people: names
 * that nobody bears are counted and locked alike, so a lock tells nothing, and what strangers try
 * does not grow anybody's history.
 */
@Component
class AttemptCounter {

  private static final String FAILURES = "failures";
  private static final String LAST = "last";

  private final MongoCollection<Document> collection;
  private final Attempts.Policy policy;
  private final Clock clock;

  AttemptCounter(
      MongoDatabase database,
      @Value("${sen.identity.sign-in.failures}") int failures,
      @Value("${sen.identity.sign-in.lock-out}") Duration lockOut,
      Clock clock) {
    this.collection = database.getCollection("attempts");
    this.policy = new Attempts.Policy(failures, lockOut);
    this.clock = clock;
    collection.createIndex(Indexes.ascending(LAST));
  }

  /** Counts an attempt; false while the name is locked. */
  boolean begin(String name) {
    while (true) {
      var now = clock.instant();
      var before = read(name);
      var next = Attempts.oneMore(before, now, policy);
      if (next.isEmpty()) {
        return false;
      }
      if (write(name, before, next.get())) {
        return true;
      }
    }
  }

  /** The attempt was none that failed. */
  void succeeded(String name) {
    collection.deleteOne(Filters.eq("_id", Digest.of(name)));
  }

  private @Nullable Attempts read(String name) {
    var document = collection.find(Filters.eq("_id", Digest.of(name))).first();
    return document == null
        ? null
        : new Attempts(document.getInteger(FAILURES), document.getDate(LAST).toInstant());
  }

  /** False where another attempt under the name came between. */
  private boolean write(String name, @Nullable Attempts before, Attempts next) {
    var last = Date.from(next.last());
    if (before != null) {
      return collection
              .updateOne(
                  Filters.and(
                      Filters.eq("_id", Digest.of(name)),
                      Filters.eq(FAILURES, before.failures()),
                      Filters.eq(LAST, Date.from(before.last()))),
                  Updates.combine(Updates.set(FAILURES, next.failures()), Updates.set(LAST, last)))
              .getMatchedCount()
          == 1;
    }
    try {
      collection.insertOne(
          new Document("_id", Digest.of(name))
              .append(FAILURES, next.failures())
              .append(LAST, last));
      return true;
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /** Forgets counts that would begin anew. */
  @Scheduled(fixedDelayString = "${sen.identity.sweep:10m}", initialDelayString = "1m")
  void sweep() {
    Instant before = clock.instant().minus(policy.lockOut());
    collection.deleteMany(Filters.lt(LAST, Date.from(before)));
  }
}
