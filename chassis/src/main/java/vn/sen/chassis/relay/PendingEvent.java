package vn.sen.chassis.relay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;

/** An event in an aggregate's outbox: written with the state, not yet pulled. */
public record PendingEvent(EventRecord record) {

  /** The field of an aggregate's document that holds its outbox. */
  public static final String OUTBOX = "outbox";

  /**
   * Within an outbox entry: the hash bucket of the aggregate, by which relays share the work and a
   * sweep finds it.
   */
  public static final String BUCKET = "b";

  /** So many buckets; fixed, because it is stored with each pending event. */
  static final int BUCKETS = 16;

  static final String ID = "id";

  static int bucketOf(UUID aggregate) {
    return Math.floorMod(aggregate.hashCode() * 0x9E3779B9, BUCKETS);
  }

  /** The outbox entry. */
  public Document toDocument() {
    var document =
        new Document(BUCKET, bucketOf(record.subject()))
            .append(ID, record.id())
            .append("seq", record.sequence())
            .append("type", record.type())
            .append("at", Date.from(record.time()))
            .append("eff", record.effectiveDate().toString())
            .append("data", new String(record.data(), StandardCharsets.UTF_8));
    var cause = record.cause();
    appendKnown(document, "by", cause.actor());
    appendKnown(document, "client", cause.client());
    appendKnown(document, "trace", cause.traceparent());
    return document;
  }

  private static void appendKnown(Document document, String field, @Nullable String value) {
    if (value != null) {
      document.append(field, value);
    }
  }

  /** Reads an outbox entry. */
  public static PendingEvent from(Document document, UUID aggregate, String source) {
    return new PendingEvent(
        new EventRecord(
            document.getString(ID),
            source,
            aggregate,
            document.getString("type"),
            document.getDate("at").toInstant(),
            document.getLong("seq"),
            LocalDate.parse(document.getString("eff")),
            new Cause(
                document.getString("by"),
                document.getString("client"),
                document.getString("trace")),
            document.getString("data").getBytes(StandardCharsets.UTF_8)));
  }
}
