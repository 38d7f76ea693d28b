package vn.sen.chassis.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.Committed;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.command.StaleVersion;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.relay.Outbox;
import vn.sen.chassis.relay.OutboxFull;
import vn.sen.chassis.relay.PendingEvent;

/**
 * Keeps the aggregates of one kind. State, events to publish, the command's key and the history go
 * into one document in one write, guarded by {@code {_id, version}}; so an acknowledged command has
 * its events, and a repeated one finds what its first attempt did.
 */
public final class AggregateStore<S> {

  /**
   * So many unpublished events one aggregate may hold; its document stays far below the database's
   * limit.
   */
  static final int MAX_PENDING = 1_000;

  static final int MAX_ATTEMPTS = 20;

  private final AggregateKind<S> kind;
  private final KindCollection<S> collection;
  private final Documents<S> documents;
  private final Outbox outbox;
  private final BulkWriter<S> bulk;

  AggregateStore(
      AggregateKind<S> kind, MongoCollection<Document> collection, Outbox outbox, Secrets secrets) {
    this.kind = kind;
    this.collection = new KindCollection<>(kind, collection);
    this.documents = new Documents<>(kind, secrets);
    this.outbox = outbox;
    this.bulk = new BulkWriter<>(this.collection, documents, outbox);
  }

  /** The aggregate, or empty. */
  public Optional<Stored<S>> find(UUID id) {
    return collection.find(id).map(d -> StoreErrors.retryingOnce(() -> documents.stored(d)));
  }

  /**
   * The aggregate.
   *
   * @throws NotFound if there is none of this kind (404)
   */
  public Stored<S> get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound(id));
  }

  /** Those of the aggregates that exist, by id, with one question. */
  public Map<UUID, Stored<S>> findAll(Collection<UUID> ids) {
    return StoreErrors.retryingOnce(
        () ->
            documents.stored(collection.find(ids)).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity())));
  }

  /**
   * The same with every secret empty: reads less, and no keys, where many aggregates are only
   * compared.
   */
  public Map<UUID, Stored<S>> findAllWithoutSecrets(Collection<UUID> ids) {
    return StoreErrors.retryingOnce(
        () ->
            documents.storedWithoutSecrets(collection.findStates(ids)).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity())));
  }

  /**
   * The first ones that match a filter over the {@code ix} fields, in the order of their ids, with
   * every secret empty.
   */
  public List<Stored<S>> listWithoutSecrets(Bson filter, int limit) {
    return StoreErrors.retryingOnce(
        () -> documents.storedWithoutSecrets(collection.findStates(filter, limit)));
  }

  /**
   * All changes of the aggregate, the oldest first.
   *
   * @throws NotFound if there is none of this kind (404)
   */
  public List<HistoryEntry> history(UUID id) {
    return documents.history(collection.find(id).orElseThrow(() -> new NotFound(id)));
  }

  /**
   * The collection, for queries over the {@code ix} fields; kinds that share it tell themselves
   * apart by {@code kind}.
   */
  public MongoCollection<Document> documents() {
    return collection.all();
  }

  /** Reads a document of {@link #documents()}. */
  public Stored<S> stored(Document document) {
    return documents.stored(document);
  }

  /** Reads documents of {@link #documents()} with one question for all their keys. */
  public List<Stored<S>> stored(List<Document> read) {
    return documents.stored(read);
  }

  /** What no two aggregates may share, as the store compares it. */
  public List<String> naturalKeys(S state) {
    return List.copyOf(kind.keys().apply(state));
  }

  /**
   * Creates an aggregate.
   *
   * @throws NaturalKeyTaken if another one holds one of its natural keys (409)
   * @throws KeyReused if the idempotency key was used for another body (422)
   * @throws OutboxFull if too many events wait for publication (503)
   * @throws StoreUnavailable if the database does not answer (503)
   */
  public Committed create(UUID id, CommandContext by, Decision<S> decision) {
    outbox.requireRoom();
    var events = documents.events(id, 0, by, decision);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("An aggregate begins with an event");
    }
    var document = StoreErrors.retryingOnce(() -> documents.created(id, by, decision, events));
    return StoreErrors.retryingOnce(
        () -> {
          try {
            collection.all().insertOne(document);
          } catch (MongoException e) {
            if (!StoreErrors.isDuplicateKey(e)) {
              throw e;
            }
            return earlierCreation(id, by)
                .orElseThrow(() -> new NaturalKeyTaken(collection.takenKey(decision.state(), id)));
          }
          outbox.offer(id, events);
          return new Committed(kind.topic(), id, events.size(), false);
        });
  }

  /**
   * Decides and creates an aggregate. What an earlier attempt created is answered again, also where
   * the decision would be another one by now.
   *
   * @throws RuleViolation what the decision refuses, besides what {@link #create(UUID,
   *     CommandContext, Decision)} throws
   */
  public Committed create(UUID id, CommandContext by, Supplier<Decision<S>> decide) {
    Decision<S> decision;
    try {
      decision = decide.get();
    } catch (RuleViolation refusal) {
      return earlierCreation(id, by).orElseThrow(() -> refusal);
    }
    return create(id, by, decision);
  }

  private Optional<Committed> earlierCreation(UUID id, CommandContext by) {
    return collection
        .find(id)
        .map(
            document -> {
              var remembered = documents.remembered(document, by);
              if (remembered == null) {
                throw new KeyReused();
              }
              return replay(id, by, remembered);
            });
  }

  /**
   * Changes an aggregate. A client's command is decided against the version it names; a process's
   * against whatever version there is, again where somebody else was faster.
   *
   * @throws NotFound if there is none of this kind (404)
   * @throws StaleVersion if the client names another version than the present one (412)
   * @throws KeyReused if the idempotency key was used for another body (422)
   * @throws NaturalKeyTaken if another aggregate holds one of its natural keys (409)
   * @throws OutboxFull if too many events wait for publication (503)
   * @throws StoreUnavailable if the database does not answer (503)
   */
  public Committed change(UUID id, CommandContext by, Function<S, Decision<S>> decide) {
    return change(id, by, Optional.empty(), decide);
  }

  /**
   * Changes an aggregate that exists even before anything was written about it: something else
   * brought it about. Until the first change it has version 0 and the state given.
   *
   * @param unwritten its state while there is no document
   * @throws RuleViolation like {@link #change(UUID, CommandContext, Function)}, but never {@link
   *     NotFound}
   */
  public Committed changeOrBegin(
      UUID id, CommandContext by, S unwritten, Function<S, Decision<S>> decide) {
    return change(id, by, Optional.of(unwritten), decide);
  }

  private Committed change(
      UUID id, CommandContext by, Optional<S> unwritten, Function<S, Decision<S>> decide) {
    outbox.requireRoom();
    if (!by.process()) {
      by.requiredVersion();
    }
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      var done = StoreErrors.retryingOnce(() -> tryChange(id, by, unwritten, decide));
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw new ConcurrentChange();
  }

  private Optional<Committed> tryChange(
      UUID id, CommandContext by, Optional<S> unwritten, Function<S, Decision<S>> decide) {
    var found = collection.find(id);
    if (found.isEmpty()) {
      return begin(id, by, unwritten.orElseThrow(() -> new NotFound(id)), decide);
    }
    var document = found.get();
    var remembered = documents.remembered(document, by);
    if (remembered != null) {
      return Optional.of(replay(id, by, remembered));
    }
    var before = documents.toChange(document);
    if (!by.process() && before.version() != by.requiredVersion()) {
      throw new StaleVersion();
    }
    var decision = decide.apply(before.state());
    if (decision.events().isEmpty()) {
      return Optional.of(new Committed(kind.topic(), id, before.version(), false));
    }
    var pending = documents.pending(document);
    if (pending.size() + decision.events().size() > MAX_PENDING) {
      throw new OutboxFull();
    }
    return write(id, by, before, decision, pending);
  }

  private Optional<Committed> begin(
      UUID id, CommandContext by, S unwritten, Function<S, Decision<S>> decide) {
    if (!by.process() && by.requiredVersion() != 0) {
      throw new StaleVersion();
    }
    var decision = decide.apply(unwritten);
    if (decision.events().isEmpty()) {
      return Optional.of(new Committed(kind.topic(), id, 0, false));
    }
    var events = documents.events(id, 0, by, decision);
    try {
      collection.all().insertOne(documents.created(id, by, decision, events));
    } catch (MongoException e) {
      if (!StoreErrors.isDuplicateKey(e)) {
        throw e;
      }
      if (collection.find(id).isPresent()) {
        return Optional.empty();
      }
      throw new NaturalKeyTaken(collection.takenKey(decision.state(), id));
    }
    outbox.offer(id, events);
    return Optional.of(new Committed(kind.topic(), id, events.size(), false));
  }

  private Optional<Committed> write(
      UUID id,
      CommandContext by,
      Stored<S> before,
      Decision<S> decision,
      List<PendingEvent> pending) {
    var events = documents.events(id, before.version(), by, decision);
    var filter =
        Filters.and(Filters.eq("_id", id), Filters.eq(Documents.VERSION, before.version()));
    try {
      var result = collection.all().updateOne(filter, documents.changed(id, by, decision, events));
      if (result.getMatchedCount() == 0) {
        return Optional.empty();
      }
    } catch (MongoException e) {
      if (StoreErrors.isDuplicateKey(e)) {
        throw new NaturalKeyTaken(collection.takenKey(decision.state(), id));
      }
      throw e;
    }
    var all = new ArrayList<>(pending);
    all.addAll(events);
    outbox.offer(id, all);
    return Optional.of(new Committed(kind.topic(), id, before.version() + events.size(), false));
  }

  /**
   * Creates many aggregates in few writes. Waits while too many events are unpublished. Safe to
   * repeat: what an earlier attempt created is recognised by its id.
   *
   * @return one outcome for each, in order
   * @throws StoreUnavailable if the database does not answer; some may have been created (503)
   */
  public List<BulkOutcome> createAll(CommandContext by, List<NewAggregate<S>> aggregates) {
    return bulk.createAll(by, aggregates);
  }

  /**
   * Changes many aggregates in few writes, each against the version it is found with. Waits while
   * too many events are unpublished. Safe to repeat where the decision is: one that an earlier
   * attempt has carried out must decide nothing.
   *
   * @param by decided against any version
   * @param decide called again for an aggregate that somebody else changes at the same time
   * @return what became of each of the ids
   * @throws StoreUnavailable if the database does not answer; some may have been changed (503)
   */
  public Map<UUID, BulkChange> changeAll(
      CommandContext by, Collection<UUID> ids, BiFunction<UUID, S, Decision<S>> decide) {
    return bulk.changeAll(by, ids, decide);
  }

  private Committed replay(UUID id, CommandContext by, Documents.Remembered remembered) {
    if (!remembered.bodyHash().equals(by.bodyHash())) {
      throw new KeyReused();
    }
    return new Committed(kind.topic(), id, remembered.version(), true);
  }
}
