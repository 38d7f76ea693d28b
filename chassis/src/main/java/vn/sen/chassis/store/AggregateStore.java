package vn.sen.chassis.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final int MAX_PENDING = 1_000;

  private static final int MAX_ATTEMPTS = 20;

  private final AggregateKind<S> kind;
  private final MongoCollection<Document> collection;
  private final Documents<S> documents;
  private final Outbox outbox;

  AggregateStore(
      AggregateKind<S> kind, MongoCollection<Document> collection, Outbox outbox, Secrets secrets) {
    this.kind = kind;
    this.collection = collection;
    this.documents = new Documents<>(kind, secrets);
    this.outbox = outbox;
  }

  /** The aggregate, or empty. */
  public Optional<Stored<S>> find(UUID id) {
    return document(id).map(d -> StoreErrors.retryingOnce(() -> documents.stored(d)));
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
            documents.stored(documentsOf(ids)).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity())));
  }

  /**
   * The same with every secret empty: reads less, and no keys, where many aggregates are only
   * compared.
   */
  public Map<UUID, Stored<S>> findAllWithoutSecrets(Collection<UUID> ids) {
    return StoreErrors.retryingOnce(
        () ->
            documents
                .storedWithoutSecrets(
                    collection
                        .find(of(ids))
                        .projection(Documents.onlyState())
                        .into(new ArrayList<>()))
                .stream()
                .collect(Collectors.toMap(Stored::id, Function.identity())));
  }

  private Bson of(Collection<UUID> ids) {
    return Filters.and(Filters.in("_id", ids), Filters.eq(Documents.KIND, kind.name()));
  }

  private List<Document> documentsOf(Collection<UUID> ids) {
    return collection.find(of(ids)).into(new ArrayList<>());
  }

  /**
   * All changes of the aggregate, the oldest first.
   *
   * @throws NotFound if there is none of this kind (404)
   */
  public List<HistoryEntry> history(UUID id) {
    return documents.history(document(id).orElseThrow(() -> new NotFound(id)));
  }

  /**
   * The collection, for queries over the {@code ix} fields; kinds that share it tell themselves
   * apart by {@code kind}.
   */
  public MongoCollection<Document> documents() {
    return collection;
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
            collection.insertOne(document);
          } catch (MongoException e) {
            if (!StoreErrors.isDuplicateKey(e)) {
              throw e;
            }
            return earlierCreation(id, by)
                .orElseThrow(() -> new NaturalKeyTaken(takenKey(decision.state(), id)));
          }
          outbox.offer(id, events);
          return new Committed(id, events.size(), false);
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
    return document(id)
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
    var found = document(id);
    if (found.isEmpty()) {
      return begin(id, by, unwritten.orElseThrow(() -> new NotFound(id)), decide);
    }
    var document = found.get();
    var remembered = documents.remembered(document, by);
    if (remembered != null) {
      return Optional.of(replay(id, by, remembered));
    }
    var before = documents.stored(document);
    if (!by.process() && before.version() != by.requiredVersion()) {
      throw new StaleVersion();
    }
    var decision = decide.apply(before.state());
    if (decision.events().isEmpty()) {
      return Optional.of(new Committed(id, before.version(), false));
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
      return Optional.of(new Committed(id, 0, false));
    }
    var events = documents.events(id, 0, by, decision);
    try {
      collection.insertOne(documents.created(id, by, decision, events));
    } catch (MongoException e) {
      if (!StoreErrors.isDuplicateKey(e)) {
        throw e;
      }
      if (document(id).isPresent()) {
        return Optional.empty();
      }
      throw new NaturalKeyTaken(takenKey(decision.state(), id));
    }
    outbox.offer(id, events);
    return Optional.of(new Committed(id, events.size(), false));
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
      var result = collection.updateOne(filter, documents.changed(id, by, decision, events));
      if (result.getMatchedCount() == 0) {
        return Optional.empty();
      }
    } catch (MongoException e) {
      if (StoreErrors.isDuplicateKey(e)) {
        throw new NaturalKeyTaken(takenKey(decision.state(), id));
      }
      throw e;
    }
    var all = new ArrayList<>(pending);
    all.addAll(events);
    outbox.offer(id, all);
    return Optional.of(new Committed(id, before.version() + events.size(), false));
  }

  /**
   * Creates many aggregates in few writes. Waits while too many events are unpublished. Safe to
   * repeat: what an earlier attempt created is recognised by its id.
   *
   * @return one outcome for each, in order
   * @throws StoreUnavailable if the database does not answer; some may have been created (503)
   */
  public List<BulkOutcome> createAll(CommandContext by, List<NewAggregate<S>> aggregates) {
    if (aggregates.isEmpty()) {
      return List.of();
    }
    outbox.awaitRoom();
    var events = new HashMap<UUID, List<PendingEvent>>();
    var inserts = new ArrayList<Document>(aggregates.size());
    for (var aggregate : aggregates) {
      var own = documents.events(aggregate.id(), 0, by, aggregate.decision());
      events.put(aggregate.id(), own);
      inserts.add(documents.draft(aggregate.id(), by, aggregate.decision(), own));
    }
    StoreErrors.retryingOnce(() -> documents.sealed(inserts));
    var refused = StoreErrors.retryingOnce(() -> insert(inserts));
    var present = refused.isEmpty() ? Set.<UUID>of() : present(aggregates, refused);
    var outcomes = new ArrayList<BulkOutcome>(aggregates.size());
    for (int i = 0; i < aggregates.size(); i++) {
      var aggregate = aggregates.get(i);
      if (!refused.contains(i)) {
        outbox.offer(aggregate.id(), events.getOrDefault(aggregate.id(), List.of()));
        outcomes.add(new BulkOutcome.Created());
      } else if (present.contains(aggregate.id())) {
        outcomes.add(new BulkOutcome.AlreadyThere());
      } else {
        var state = aggregate.decision().state();
        outcomes.add(new BulkOutcome.KeyTaken(takenKey(state, aggregate.id())));
      }
    }
    return outcomes;
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
    if (!by.process()) {
      throw new IllegalArgumentException("Nobody has seen the versions of many aggregates");
    }
    outbox.awaitRoom();
    var outcomes = new HashMap<UUID, BulkChange>();
    var writes = new ArrayList<UpdateOneModel<Document>>();
    var written = new HashMap<UUID, List<PendingEvent>>();
    for (var document : StoreErrors.retryingOnce(() -> documentsOf(ids))) {
      var id = document.get("_id", UUID.class);
      outcomes.put(id, prepare(id, by, document, decide, writes, written));
    }
    if (!writes.isEmpty() && !write(writes)) {
      // somebody was faster with one of them; nobody says with which
      written.keySet().forEach(id -> outcomes.put(id, changeOne(id, by, decide)));
    } else {
      written.forEach(outbox::offer);
    }
    ids.forEach(id -> outcomes.putIfAbsent(id, new BulkChange.Missing()));
    return outcomes;
  }

  private BulkChange prepare(
      UUID id,
      CommandContext by,
      Document document,
      BiFunction<UUID, S, Decision<S>> decide,
      List<UpdateOneModel<Document>> writes,
      Map<UUID, List<PendingEvent>> written) {
    var before = documents.stored(document);
    var pending = documents.pending(document);
    Decision<S> decision;
    try {
      decision = decide.apply(id, before.state());
    } catch (RuleViolation refusal) {
      return new BulkChange.Refused(refusal);
    }
    if (decision.events().isEmpty()) {
      return new BulkChange.Done(before.version(), false);
    }
    if (pending.size() + decision.events().size() > MAX_PENDING) {
      return new BulkChange.Refused(new OutboxFull());
    }
    var events = documents.events(id, before.version(), by, decision);
    writes.add(
        new UpdateOneModel<>(
            Filters.and(Filters.eq("_id", id), Filters.eq(Documents.VERSION, before.version())),
            documents.changed(id, by, decision, events)));
    written.put(id, Stream.concat(pending.stream(), events.stream()).toList());
    return new BulkChange.Done(events.getLast().record().sequence(), true);
  }

  /** Whether all of them found the version they were decided against. */
  private boolean write(List<UpdateOneModel<Document>> writes) {
    try {
      var result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return result.getMatchedCount() == writes.size();
    } catch (MongoException e) {
      if (StoreErrors.isTransient(e)) {
        // some may be written: each of them is looked at on its own
        return false;
      }
      throw e;
    }
  }

  private BulkChange changeOne(
      UUID id, CommandContext by, BiFunction<UUID, S, Decision<S>> decide) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      var found = document(id);
      if (found.isEmpty()) {
        return new BulkChange.Missing();
      }
      var writes = new ArrayList<UpdateOneModel<Document>>();
      var written = new HashMap<UUID, List<PendingEvent>>();
      var outcome = prepare(id, by, found.get(), decide, writes, written);
      if (writes.isEmpty() || write(writes)) {
        written.forEach(outbox::offer);
        return outcome;
      }
    }
    return new BulkChange.Refused(new ConcurrentChange());
  }

  private Set<Integer> insert(List<Document> inserts) {
    try {
      collection.insertMany(inserts, new InsertManyOptions().ordered(false));
      return Set.of();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteErrors().stream().anyMatch(w -> !StoreErrors.isDuplicateKey(w.getCode()))) {
        throw e;
      }
      return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }
  }

  private Set<UUID> present(List<NewAggregate<S>> aggregates, Set<Integer> refused) {
    var ids = refused.stream().map(i -> aggregates.get(i).id()).toList();
    return collection
        .find(Filters.in("_id", ids))
        .projection(Projections.include("_id"))
        .map(d -> d.get("_id", UUID.class))
        .into(new HashSet<>());
  }

  private String takenKey(S state, UUID id) {
    var keys = kind.keys().apply(state);
    var holders =
        collection
            .find(Filters.and(Filters.in(Documents.KEYS, keys), Filters.ne("_id", id)))
            .projection(Projections.include(Documents.KEYS))
            .into(new ArrayList<>());
    return holders.stream()
        .flatMap(d -> d.getList(Documents.KEYS, String.class).stream())
        .filter(keys::contains)
        .findFirst()
        .or(() -> keys.stream().findFirst())
        .map(key -> key.substring(0, Math.max(key.indexOf(':'), 0)))
        .orElse("");
  }

  private Committed replay(UUID id, CommandContext by, Documents.Remembered remembered) {
    if (!remembered.bodyHash().equals(by.bodyHash())) {
      throw new KeyReused();
    }
    return new Committed(id, remembered.version(), true);
  }

  private Optional<Document> document(UUID id) {
    return StoreErrors.retryingOnce(
        () ->
            Optional.ofNullable(
                collection
                    .find(
                        Filters.and(Filters.eq("_id", id), Filters.eq(Documents.KIND, kind.name())))
                    .first()));
  }
}
