package vn.sen.chassis.store;

import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.relay.PendingEvent;
import vn.sen.events.DomainEvent;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;

/** How an aggregate looks as a document. The only place that knows its fields. */
final class Documents<S> {

  private static final int ROOM_FOR_HEADERS = 64 << 10;
  private static final int MAX_EVENT_BYTES = Topic.MAX_RECORD_BYTES - ROOM_FOR_HEADERS;

  static final String VERSION = "v";
  static final String KEYS = "keys";
  static final String KIND = "kind";

  private static final String STATE = "state";
  private static final String INDEX = "ix";
  private static final String HISTORY = "history";
  private static final String COMMANDS = "commands";
  private static final String BORN = "born";

  /** So many of the last commands are remembered, besides the one that created the aggregate. */
  private static final int REMEMBERED_COMMANDS = 8;

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

  private final AggregateKind<S> kind;
  private final Secrets secrets;

  Documents(AggregateKind<S> kind, Secrets secrets) {
    this.kind = kind;
    this.secrets = secrets;
  }

  Document created(UUID id, CommandContext by, Decision<S> decision, List<PendingEvent> events) {
    return sealed(List.of(draft(id, by, decision, events))).getFirst();
  }

  /** Encrypts the secrets of new documents in place. */
  List<Document> sealed(List<Document> drafts) {
    secrets.seal(drafts.stream().map(Documents::owned).toList());
    return drafts;
  }

  /** A new document whose secrets are still to be encrypted. */
  Document draft(UUID id, CommandContext by, Decision<S> decision, List<PendingEvent> events) {
    var document = new Document("_id", id).append(VERSION, (long) events.size());
    document.append(KIND, kind.name());
    document.append(STATE, state(decision.state())).append(INDEX, index(decision.state()));
    var keys = kind.keys().apply(decision.state());
    if (!keys.isEmpty()) {
      document.append(KEYS, List.copyOf(keys));
    }
    document.append(PendingEvent.OUTBOX, events.stream().map(PendingEvent::toDocument).toList());
    document.append(BORN, command(by, events.size()));
    return document.append(HISTORY, events.stream().map(e -> history(e, by)).toList());
  }

  /**
   * The update as a document, which the driver encodes once; its builders would encode the state
   * twice.
   */
  Document changed(UUID id, CommandContext by, Decision<S> decision, List<PendingEvent> events) {
    long version = events.getLast().record().sequence();
    var state = state(decision.state());
    var owned = List.of(new Secrets.Owned(id, state));
    if (kind.secretsKept()) {
      secrets.unwrap(owned);
    } else {
      secrets.seal(owned);
    }
    var set =
        new Document(VERSION, version).append(STATE, state).append(INDEX, index(decision.state()));
    var update = new Document("$set", set);
    var keys = kind.keys().apply(decision.state());
    if (keys.isEmpty()) {
      update.append("$unset", new Document(KEYS, ""));
    } else {
      set.append(KEYS, List.copyOf(keys));
    }
    return update.append(
        "$push",
        new Document(PendingEvent.OUTBOX, each(events.stream().map(PendingEvent::toDocument)))
            .append(HISTORY, each(events.stream().map(e -> history(e, by))))
            .append(
                COMMANDS,
                each(Stream.of(command(by, version))).append("$slice", -REMEMBERED_COMMANDS)));
  }

  private static Document each(Stream<Document> added) {
    return new Document("$each", added.toList());
  }

  /** An aggregate as a change of it is decided on; {@link #changed} takes it back. */
  Stored<S> toChange(Document document) {
    if (kind.secretsKept()) {
      secrets.wrap(List.of(owned(document)));
      return opened(document);
    }
    return stored(document);
  }

  Stored<S> stored(Document document) {
    return stored(List.of(document)).getFirst();
  }

  List<Stored<S>> stored(List<Document> read) {
    secrets.open(read.stream().map(Documents::owned).toList());
    return read.stream().map(this::opened).toList();
  }

  /** The same with every secret empty. */
  List<Stored<S>> storedWithoutSecrets(List<Document> read) {
    secrets.blank(read.stream().map(Documents::owned).toList());
    return read.stream().map(this::opened).toList();
  }

  /** What of a document its state is made of. */
  static Bson onlyState() {
    return Projections.include(VERSION, STATE);
  }

  private static Secrets.Owned owned(Document document) {
    return new Secrets.Owned(document.get("_id", UUID.class), document.get(STATE, Document.class));
  }

  private Stored<S> opened(Document document) {
    return new Stored<>(
        document.get("_id", UUID.class),
        version(document),
        MAPPER.convertValue(document.get(STATE), kind.state()));
  }

  static long version(Document document) {
    return document.getLong(VERSION);
  }

  /** What an earlier attempt of this command left in the document, or null. */
  @Nullable Remembered remembered(Document document, CommandContext by) {
    var born = document.get(BORN, Document.class);
    if (born != null && by.commandId().equals(born.get("id"))) {
      return Remembered.of(born);
    }
    return document.getList(COMMANDS, Document.class, List.of()).stream()
        .filter(c -> by.commandId().equals(c.get("id")))
        .findFirst()
        .map(Remembered::of)
        .orElse(null);
  }

  List<PendingEvent> pending(Document document) {
    return pending(document, kind);
  }

  static List<PendingEvent> pending(Document document, AggregateKind<?> kind) {
    var id = document.get("_id", UUID.class);
    return document.getList(PendingEvent.OUTBOX, Document.class, List.of()).stream()
        .map(e -> PendingEvent.from(e, id, kind.source()))
        .toList();
  }

  List<HistoryEntry> history(Document document) {
    return document.getList(HISTORY, Document.class, List.of()).stream()
        .map(
            h ->
                new HistoryEntry(
                    h.getLong("v"),
                    h.getString("type"),
                    LocalDate.parse(h.getString("eff")),
                    h.getDate("at").toInstant(),
                    h.getString("by")))
        .toList();
  }

  List<PendingEvent> events(UUID id, long version, CommandContext by, Decision<S> decision) {
    var now = Instant.now();
    var events = new ArrayList<PendingEvent>(decision.events().size());
    for (var event : decision.events()) {
      long sequence = version + events.size() + 1;
      events.add(
          new PendingEvent(
              new EventRecord(
                  EventRecord.idOf(id, sequence),
                  kind.source(),
                  id,
                  kind.catalog().nameOf(event),
                  now,
                  sequence,
                  event.effectiveDate(),
                  by.cause(),
                  encoded(event))));
    }
    return events;
  }

  /** An event that no topic takes would keep its aggregate's later ones back for ever. */
  private byte[] encoded(DomainEvent event) {
    var data = kind.catalog().encode(event);
    if (data.length > MAX_EVENT_BYTES) {
      throw new EventTooLarge();
    }
    return data;
  }

  private static Document state(Object state) {
    return new Document(MAPPER.convertValue(state, MAP));
  }

  private Document index(S state) {
    var document = new Document();
    kind.index().apply(state).forEach((field, value) -> put(document, field, value));
    return document;
  }

  private static void put(Document document, String field, @Nullable Object value) {
    if (value != null) {
      document.append(field, value);
    }
  }

  private static Document history(PendingEvent event, CommandContext by) {
    var record = event.record();
    return new Document("v", record.sequence())
        .append("type", record.type())
        .append("eff", record.effectiveDate().toString())
        .append("at", Date.from(record.time()))
        .append("by", by.actor());
  }

  private static Document command(CommandContext by, long version) {
    return new Document("id", by.commandId()).append("hash", by.bodyHash()).append("v", version);
  }

  /** A command that was carried out before. */
  record Remembered(String bodyHash, long version) {
    static Remembered of(Document command) {
      return new Remembered(command.getString("hash"), command.getLong("v"));
    }
  }
}
