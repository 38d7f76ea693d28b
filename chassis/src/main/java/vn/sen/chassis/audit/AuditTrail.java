package vn.sen.chassis.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.relay.Outbox;
import vn.sen.chassis.relay.PendingEvent;
import vn.sen.chassis.relay.Relay;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.audit.AuditEvent;
import vn.sen.events.audit.AuditEvents;

/**
 * Writes entries into the service's own database, from where the relay publishes them. An entry
 * that was written is never lost; it leaves the database only when the log has it.
 */
public final class AuditTrail {

  private static final String COLLECTION = "audit_entries";

  private final MongoCollection<Document> entries;
  private final Outbox outbox;
  private final String source;

  /**
   * @param database acknowledges what is on a majority's journal
   * @param service names the service in its entries
   */
  public AuditTrail(MongoDatabase database, Relay relay, String service) {
    this.entries = database.getCollection(COLLECTION);
    this.source = AuditEvents.sourceOf(service);
    entries.createIndex(
        Indexes.ascending(PendingEvent.OUTBOX + "." + PendingEvent.BUCKET),
        new IndexOptions().sparse(true));
    this.outbox = relay.openEnvelopes(Topic.AUDIT, entries, this::pending);
  }

  private List<PendingEvent> pending(Document entry) {
    var id = entry.get("_id", UUID.class);
    return entry.getList(PendingEvent.OUTBOX, Document.class, List.of()).stream()
        .map(event -> PendingEvent.from(event, id, source))
        .toList();
  }

  /**
   * Writes an entry, and returns when it is durable.
   *
   * @param actor the subject of the token; null where nobody is known
   * @param client the program she uses; null where none is known
   * @throws vn.sen.chassis.relay.OutboxFull if too much waits for publication (503)
   * @throws com.mongodb.MongoException if the database does not answer; what was to be shown must
   *     not be
   */
  public void write(@Nullable String actor, @Nullable String client, AuditEvent event) {
    outbox.requireRoom();
    var id = UUID.randomUUID();
    var pending =
        new PendingEvent(
            new EventRecord(
                EventRecord.idOf(id, 1),
                source,
                id,
                AuditEvents.CATALOG.nameOf(event),
                Instant.now(),
                1,
                event.effectiveDate(),
                new Cause(actor, client, null),
                AuditEvents.CATALOG.encode(event)));
    entries.insertOne(
        new Document("_id", id).append(PendingEvent.OUTBOX, List.of(pending.toDocument())));
    outbox.offer(id, List.of(pending));
  }
}
