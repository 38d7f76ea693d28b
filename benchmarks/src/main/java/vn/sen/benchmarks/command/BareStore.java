package vn.sen.benchmarks.command;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import vn.sen.benchmarks.rebuild.MemberHistory;
import vn.sen.chassis.relay.PendingEvent;

/**
 * The ceiling of commands: what a command needs of the store and nothing else. Documents, indexes
 * and outbox entries are those that the service has written.
 */
public final class BareStore {

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final int PULL_BATCH = 2_000;

  private record Pull(UUID aggregate, String event) {}

  private static final int INSERT_BATCH = 1_000;
  private static final String TEXT = "x".repeat(700);

  private final Document template;
  private final MongoCollection<Document> aggregates;
  private final MongoCollection<Document> plain;
  private final BlockingQueue<Pull> published = new LinkedBlockingQueue<>();

  /**
   * Prepares a collection like the service's.
   *
   * @param original the service's collection, which holds one
   */
  public BareStore(MongoClient client, MongoCollection<Document> original) {
    template = original.find().first();
    var database =
        client.getDatabase("bare").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    aggregates = database.getCollection(original.getNamespace().getCollectionName());
    plain = database.getCollection("plain");
    for (var index : original.listIndexes()) {
      if (!index.getString("name").equals("_id_")) {
        aggregates.createIndex(
            index.get("key", Document.class),
            new IndexOptions()
                .unique(index.getBoolean("unique", false))
                .sparse(index.getBoolean("sparse", false)));
      }
    }
  }

  /**
   * Inserts aggregates in bulk, each with an event in its outbox.
   *
   * @return documents per second
   */
  double insert(int documents) {
    return insert(
        aggregates,
        documents,
        () ->
            new Document(template)
                .append("_id", UUID.randomUUID())
                .append(PendingEvent.OUTBOX, List.of(pending(1))));
  }

  /**
   * Inserts documents without indexes in bulk.
   *
   * @return documents per second
   */
  double insertPlain(int documents) {
    return insert(
        plain, documents, () -> new Document("_id", UUID.randomUUID()).append("text", TEXT));
  }

  private static double insert(
      MongoCollection<Document> collection, int documents, Supplier<Document> document) {
    long begun = System.nanoTime();
    for (int i = 0; i < documents; i += INSERT_BATCH) {
      collection.insertMany(
          Stream.generate(document).limit(INSERT_BATCH).toList(),
          new InsertManyOptions().ordered(false));
    }
    double perSecond = documents / ((System.nanoTime() - begun) / 1e9);
    // what the store holds must not grow from round to round
    collection.deleteMany(new Document());
    return perSecond;
  }

  /**
   * Inserts aggregates, each with an event in its outbox, and pulls the events in bulk meanwhile.
   *
   * @return operations per second
   */
  public double create(List<UUID> ids, int atOnce) throws InterruptedException {
    return measured(ids.size(), atOnce, number -> create(ids.get(number)));
  }

  private void create(UUID id) {
    var event = pending(1);
    aggregates.insertOne(
        new Document(template).append("_id", id).append(PendingEvent.OUTBOX, List.of(event)));
    published.add(new Pull(id, event.getString("id")));
  }

  /**
   * Finds aggregates and changes each by compare-and-set, with an event in its outbox, and pulls
   * the events in bulk meanwhile.
   *
   * @return operations per second
   */
  public double change(List<UUID> ids, int atOnce) throws InterruptedException {
    return measured(ids.size(), atOnce, number -> change(ids.get(number)));
  }

  private void change(UUID id) {
    var found = aggregates.find(Filters.eq("_id", id)).first();
    if (found == null) {
      throw new IllegalStateException("Not there: " + id);
    }
    long version = found.getLong("v");
    var event = pending((int) version + 1);
    var born = found.get("born", Document.class);
    var history = found.getList("history", Document.class).getFirst();
    var result =
        aggregates.updateOne(
            Filters.and(Filters.eq("_id", id), Filters.eq("v", version)),
            Updates.combine(
                Updates.set("v", version + 1),
                Updates.set("state", found.get("state")),
                Updates.set("ix", found.get("ix")),
                Updates.push(PendingEvent.OUTBOX, event),
                Updates.push("history", history),
                Updates.pushEach("commands", List.of(born), new PushOptions().slice(-8))));
    if (result.getMatchedCount() != 1) {
      throw new IllegalStateException("Changed meanwhile: " + id);
    }
    published.add(new Pull(id, event.getString("id")));
  }

  private static Document pending(int sequence) {
    return new PendingEvent(MemberHistory.event(0, sequence)).toDocument();
  }

  private double measured(int operations, int atOnce, Workers.Operation operation)
      throws InterruptedException {
    long begun = System.nanoTime();
    var puller = Thread.ofPlatform().start(() -> pull(operations));
    Workers.run(atOnce, operations, operation);
    puller.join();
    return operations / ((System.nanoTime() - begun) / 1e9);
  }

  private void pull(int operations) {
    var batch = new ArrayList<Pull>();
    for (int pulled = 0; pulled < operations; pulled += batch.size()) {
      batch.clear();
      try {
        batch.add(published.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      published.drainTo(batch, PULL_BATCH);
      aggregates.bulkWrite(batch.stream().map(BareStore::pull).toList(), UNORDERED);
    }
  }

  private static WriteModel<Document> pull(Pull pull) {
    return new UpdateOneModel<>(
        Filters.eq("_id", pull.aggregate()),
        Updates.pull(PendingEvent.OUTBOX, new Document("id", pull.event())));
  }
}
