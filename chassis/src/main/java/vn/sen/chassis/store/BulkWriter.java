package vn.sen.chassis.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.Decision;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.relay.Outbox;
import vn.sen.chassis.relay.OutboxFull;
import vn.sen.chassis.relay.PendingEvent;

/**
 * Creates and changes many aggregates in few writes. Each of them stands for itself: one may be
 * refused while the others are written.
 */
final class BulkWriter<S> {

  private final KindCollection<S> collection;
  private final Documents<S> documents;
  private final Outbox outbox;

  BulkWriter(KindCollection<S> collection, Documents<S> documents, Outbox outbox) {
    this.collection = collection;
    this.documents = documents;
    this.outbox = outbox;
  }

  /** Like {@link AggregateStore#createAll}. */
  List<BulkOutcome> createAll(CommandContext by, List<NewAggregate<S>> aggregates) {
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
        outcomes.add(new BulkOutcome.KeyTaken(collection.takenKey(state, aggregate.id())));
      }
    }
    return outcomes;
  }

  /** Like {@link AggregateStore#changeAll}. */
  Map<UUID, BulkChange> changeAll(
      CommandContext by, Collection<UUID> ids, BiFunction<UUID, S, Decision<S>> decide) {
    if (!by.process()) {
      throw new IllegalArgumentException("Nobody has seen the versions of many aggregates");
    }
    outbox.awaitRoom();
    var outcomes = new HashMap<UUID, BulkChange>();
    var writes = new ArrayList<UpdateOneModel<Document>>();
    var written = new HashMap<UUID, List<PendingEvent>>();
    for (var document : StoreErrors.retryingOnce(() -> collection.find(ids))) {
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
    var before = documents.toChange(document);
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
    if (pending.size() + decision.events().size() > AggregateStore.MAX_PENDING) {
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
      var result = collection.all().bulkWrite(writes, new BulkWriteOptions().ordered(false));
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
    for (int attempt = 0; attempt < AggregateStore.MAX_ATTEMPTS; attempt++) {
      var found = collection.find(id);
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
      collection.all().insertMany(inserts, new InsertManyOptions().ordered(false));
      return Set.of();
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || e.getWriteErrors().stream().anyMatch(w -> !StoreErrors.isDuplicateKey(w.getCode()))) {
        throw e;
      }
      return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }
  }

  private Set<UUID> present(List<NewAggregate<S>> aggregates, Set<Integer> refused) {
    var ids = refused.stream().map(i -> aggregates.get(i).id()).toList();
    return collection
        .all()
        .find(Filters.in("_id", ids))
        .projection(Projections.include("_id"))
        .map(d -> d.get("_id", UUID.class))
        .into(new HashSet<>());
  }
}
