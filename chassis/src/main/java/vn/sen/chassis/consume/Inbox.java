package vn.sen.chassis.consume;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer group has done, durably: for each aggregate that ever concerned it the last
 * version done, and the records that wait. A partition has one owner, which keeps its part in
 * memory and writes by compare-and-set; whoever finds the store different from its memory has lost
 * the partition and must look again.
 */
final class Inbox {

  private final String group;
  private final MongoCollection<Document> inbox;
  private final MongoCollection<Document> parked;
  private final Map<TopicPartition, Map<UUID, Tracked>> owned = new ConcurrentHashMap<>();

  Inbox(MongoDatabase database, String group) {
    this.group = group;
    this.inbox = database.getCollection("inbox");
    this.parked = database.getCollection("inbox.parked");
  }

  /**
   * Drops what is remembered of partitions that came or went; the store is asked again when needed.
   */
  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(owned::remove);
  }

  /** How far the aggregate is, or null if none of its events concerned the group yet. */
  @Nullable Tracked find(TopicPartition partition, UUID aggregate) {
    return memory(partition).get(aggregate);
  }

  /**
   * Begins to follow an aggregate.
   *
   * @param first the first version that matters
   * @param last the last version done, {@code first} or the one before it
   */
  Tracked track(TopicPartition partition, UUID aggregate, long first, long last) {
    var document =
        new Document("_id", id(aggregate))
            .append("group", group)
            .append("topic", partition.topic())
            .append("partition", partition.partition())
            .append("aggregate", aggregate.toString())
            .append("first", first)
            .append("last", last)
            .append("parked", Set.of());
    try {
      inbox.insertOne(document);
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        throw lost(partition, aggregate);
      }
      throw e;
    }
    return remember(partition, new Tracked(aggregate, first, last, Set.of()));
  }

  /** The version after the last one is done. */
  Tracked advance(TopicPartition partition, Tracked tracked) {
    long done = tracked.last() + 1;
    write(
        partition,
        tracked,
        Updates.combine(Updates.set("last", done), Updates.pull("parked", done)));
    if (tracked.parked().contains(done)) {
      parked.deleteOne(Filters.eq("_id", id(tracked.aggregate(), done)));
    }
    var rest = new HashSet<>(tracked.parked());
    rest.remove(done);
    return remember(partition, new Tracked(tracked.aggregate(), tracked.first(), done, rest));
  }

  /** Keeps a record until its predecessor is done. */
  void park(
      TopicPartition partition,
      Tracked tracked,
      long sequence,
      ConsumerRecord<byte[], byte[]> record) {
    if (tracked.parked().contains(sequence)) {
      return;
    }
    var id = id(tracked.aggregate(), sequence);
    parked.replaceOne(
        Filters.eq("_id", id),
        RecordDocument.of(record).append("_id", id).append("group", group),
        new ReplaceOptions().upsert(true));
    write(partition, tracked, Updates.addToSet("parked", sequence));
    var more = new HashSet<>(tracked.parked());
    more.add(sequence);
    remember(partition, new Tracked(tracked.aggregate(), tracked.first(), tracked.last(), more));
  }

  /** The record that waited for the last version done, if there is one. */
  Optional<ConsumerRecord<byte[], byte[]>> next(Tracked tracked) {
    long next = tracked.last() + 1;
    return tracked.parked().contains(next)
        ? Optional.ofNullable(parked.find(Filters.eq("_id", id(tracked.aggregate(), next))).first())
            .map(RecordDocument::read)
        : Optional.empty();
  }

  /** A waiting record went to the dead letters instead. */
  void unpark(TopicPartition partition, Tracked tracked, long sequence) {
    if (!tracked.parked().contains(sequence)) {
      return;
    }
    write(partition, tracked, Updates.pull("parked", sequence));
    parked.deleteOne(Filters.eq("_id", id(tracked.aggregate(), sequence)));
    var rest = new HashSet<>(tracked.parked());
    rest.remove(sequence);
    remember(partition, new Tracked(tracked.aggregate(), tracked.first(), tracked.last(), rest));
  }

  private void write(TopicPartition partition, Tracked tracked, Bson update) {
    var expected =
        Filters.and(Filters.eq("_id", id(tracked.aggregate())), Filters.eq("last", tracked.last()));
    if (inbox.updateOne(expected, update).getMatchedCount() == 0) {
      throw lost(partition, tracked.aggregate());
    }
  }

  private LostPartition lost(TopicPartition partition, UUID aggregate) {
    owned.remove(partition);
    return new LostPartition(id(aggregate));
  }

  private Tracked remember(TopicPartition partition, Tracked tracked) {
    memory(partition).put(tracked.aggregate(), tracked);
    return tracked;
  }

  private Map<UUID, Tracked> memory(TopicPartition partition) {
    var known = owned.get(partition);
    if (known == null) {
      known = load(partition);
      owned.put(partition, known);
    }
    return known;
  }

  private Map<UUID, Tracked> load(TopicPartition partition) {
    inbox.createIndex(Indexes.ascending("group", "topic", "partition"));
    var loaded = new HashMap<UUID, Tracked>();
    inbox
        .find(
            Filters.and(
                Filters.eq("group", group),
                Filters.eq("topic", partition.topic()),
                Filters.eq("partition", partition.partition())))
        .map(Inbox::tracked)
        .forEach(tracked -> loaded.put(tracked.aggregate(), tracked));
    return loaded;
  }

  private static Tracked tracked(Document document) {
    return new Tracked(
        UUID.fromString(document.getString("aggregate")),
        document.getLong("first"),
        document.getLong("last"),
        Set.copyOf(document.getList("parked", Long.class)));
  }

  private String id(UUID aggregate) {
    return group + "|" + aggregate;
  }

  private String id(UUID aggregate, long sequence) {
    return id(aggregate) + "|" + sequence;
  }
}
