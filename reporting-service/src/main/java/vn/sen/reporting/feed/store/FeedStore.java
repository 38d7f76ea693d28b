package vn.sen.reporting.feed.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.KeyReused;
import vn.sen.reporting.feed.Feed;
import vn.sen.reporting.feed.SecretHash;

/** Keeps feeds; what it keeps of a secret is its hash. */
public final class FeedStore {

  private static final String ID = "_id";
  private static final String SECRET = "secret";
  private static final String BODY = "body";
  private static final String REVOKED = "revokedAt";
  private static final String PULLED = "lastPulledAt";
  private static final String NAME = "name";
  private static final String VALUE = "value";

  private final MongoCollection<Document> feeds;

  /**
   * @param database acknowledges what is on a majority's journal
   */
  public FeedStore(MongoDatabase database) {
    this.feeds = database.getCollection("feeds");
  }

  /**
   * Keeps a new feed. If it was kept before, it gets the new secret instead of the one whose answer
   * did not arrive.
   *
   * @param body digest of what was sent to make it
   * @return as it is kept
   * @throws KeyReused if it was made by another body (422)
   */
  public Feed add(Feed feed, String body) {
    var parameters = new ArrayList<Document>();
    feed.parameters()
        .forEach((name, value) -> parameters.add(new Document(NAME, name).append(VALUE, value)));
    var made =
        new Document(ID, feed.id())
            .append("title", feed.title())
            .append("report", feed.report())
            .append("parameters", parameters)
            .append("unit", feed.unit())
            .append("madeBy", feed.madeBy())
            .append("madeAt", Date.from(feed.madeAt()))
            .append(SECRET, feed.secret().hex())
            .append(BODY, body);
    try {
      feeds.insertOne(made);
      return feed;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return again(feed, body);
    }
  }

  private Feed again(Feed feed, String body) {
    var known =
        feeds.findOneAndUpdate(
            Filters.and(Filters.eq(ID, feed.id()), Filters.eq(BODY, body)),
            Updates.set(SECRET, feed.secret().hex()),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    if (known == null) {
      throw new KeyReused();
    }
    return feed(known);
  }

  /** The feed with an id. */
  public Optional<Feed> find(UUID id) {
    return Optional.ofNullable(feeds.find(Filters.eq(ID, id)).first()).map(FeedStore::feed);
  }

  /**
   * Some feeds, by id.
   *
   * @param after the last one of the page before, or null
   */
  public List<Feed> list(@Nullable UUID after, int most, Predicate<Feed> wanted) {
    var found = new ArrayList<Feed>();
    var filter = after == null ? Filters.empty() : Filters.gt(ID, after);
    try (var cursor = feeds.find(filter).sort(Sorts.ascending(ID)).iterator()) {
      while (found.size() < most && cursor.hasNext()) {
        var feed = feed(cursor.next());
        if (wanted.test(feed)) {
          found.add(feed);
        }
      }
    }
    return found;
  }

  /** From now on nobody pulls it; doing it again changes nothing. */
  public void revoke(UUID id, Instant now) {
    feeds.updateOne(
        Filters.and(Filters.eq(ID, id), Filters.exists(REVOKED, false)),
        Updates.set(REVOKED, Date.from(now)));
  }

  /** It was pulled. */
  public void pulled(UUID id, Instant now) {
    feeds.updateOne(Filters.eq(ID, id), Updates.set(PULLED, Date.from(now)));
  }

  private static Feed feed(Document document) {
    Map<String, String> parameters = new HashMap<>();
    document
        .getList("parameters", Document.class)
        .forEach(
            parameter -> parameters.put(parameter.getString(NAME), parameter.getString(VALUE)));
    return new Feed(
        document.get(ID, UUID.class),
        document.getString("title"),
        document.getString("report"),
        parameters,
        document.get("unit", UUID.class),
        document.getString("madeBy"),
        document.getDate("madeAt").toInstant(),
        new SecretHash(document.getString(SECRET)),
        instant(document.getDate(REVOKED)),
        instant(document.getDate(PULLED)));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
