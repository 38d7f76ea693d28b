package vn.sen.chassis.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Checkpoints in MongoDB: one document per row, bucket, parked event and position. */
final class MongoCheckpointStore<K> implements CheckpointStore<K> {

  private static final int DUPLICATE_KEY = 11000;
  private static final int CHUNK = 2_000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final ViewDefinition<K> view;
  private final MongoCollection<Document> rows;
  private final MongoCollection<Document> sequences;
  private final MongoCollection<Document> parked;
  private final MongoCollection<Document> positions;

  MongoCheckpointStore(MongoDatabase database, ViewDefinition<K> view, Generation generation) {
    this.view = view;
    var name = generation.collections(view.name());
    var durable =
        database
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withTimeout(20, TimeUnit.SECONDS);
    rows = durable.getCollection(name + "_rows");
    sequences = durable.getCollection(name + "_sequences");
    parked = durable.getCollection(name + "_parked");
    positions = durable.getCollection(name + "_positions");
  }

  @Override
  public void prepare() {
    rows.createIndex(Indexes.ascending("p", "w"));
    sequences.createIndex(Indexes.ascending("p"));
    parked.createIndex(Indexes.ascending("p"));
  }

  @Override
  public Collection<StoredPosition> positions() {
    return positions.find().map(MongoCheckpointStore::position).into(new ArrayList<>());
  }

  private static StoredPosition position(Document document) {
    return new StoredPosition(
        new Partition(
            document.getString("topic"),
            document.getString("topicId"),
            document.getInteger("partition")),
        document.getLong("next"),
        document.getLong("appendedAt"));
  }

  @Override
  public StoredPartition<K> load(Partition partition, boolean toFold) {
    // the position first and the parked before the sequences: a late owner that still writes
    // meanwhile
    // can then only make the next compare-and-set fail, never hide an event
    var position = positions.find(eq("_id", partition.id())).first();
    var waiting = toFold ? loadParked(partition) : List.<ParkedEvent>of();
    var buckets = toFold ? loadSequences(partition) : Map.<Integer, SequenceBucket>of();
    var stored =
        rows.find(eq("p", partition.id()))
            .batchSize(10_000)
            .map(d -> row(d, partition))
            .into(new ArrayList<>());
    return position == null
        ? new StoredPartition<>(0, 0, stored, buckets, waiting)
        : new StoredPartition<>(
            position.getLong("next"), position.getLong("appendedAt"), stored, buckets, waiting);
  }

  private List<ParkedEvent> loadParked(Partition partition) {
    return parked
        .find(eq("p", partition.id()))
        .map(d -> ParkedDocuments.read(d, partition))
        .into(new ArrayList<>());
  }

  private Map<Integer, SequenceBucket> loadSequences(Partition partition) {
    Map<Integer, SequenceBucket> buckets = new HashMap<>();
    for (var document : sequences.find(eq("p", partition.id()))) {
      buckets.put(document.getInteger("b"), bucket(document));
    }
    return buckets;
  }

  private StoredRow<K> row(Document document, Partition partition) {
    var key = document.getString("_id").substring(partition.id().length() + 1);
    return new StoredRow<>(view.read(key), document.getLong("w"), document.getLong("v"));
  }

  private static SequenceBucket bucket(Document document) {
    return SequenceBucket.unpack(document.get("s", Binary.class).getData(), document.getLong("w"));
  }

  @Override
  public List<StoredRow<K>> rowsSince(Partition partition, long offset) {
    return rows.find(and(eq("p", partition.id()), gte("w", offset)))
        .map(d -> row(d, partition))
        .into(new ArrayList<>());
  }

  @Override
  public List<ParkedAggregate> parked(@Nullable ParkedAggregate after, int limit) {
    var partitions = new HashMap<String, Partition>();
    positions().forEach(p -> partitions.put(p.partition().id(), p.partition()));
    // no sequence sorts behind the tilde
    var rest = after == null ? new Document() : gt("_id", after.id() + ".~");
    var found = new ArrayList<ParkedAggregate>();
    try (var documents = parked.find(rest).sort(Sorts.ascending("_id")).iterator()) {
      while (documents.hasNext()) {
        var document = documents.next();
        var id = document.getString("_id");
        var aggregate = UUID.fromString(document.getString("aggregate"));
        long sequence = document.getLong("sequence");
        var last = found.isEmpty() ? null : found.getLast();
        if (last != null && id.startsWith(last.id() + ".")) {
          found.set(found.size() - 1, last.and(sequence));
        } else if (found.size() == limit) {
          break;
        } else {
          // a partition without a position has never been checkpointed as a whole
          var partition = partitions.get(document.getString("p"));
          if (partition != null) {
            found.add(parked(partition, aggregate, sequence));
          }
        }
      }
    }
    return found;
  }

  private ParkedAggregate parked(Partition partition, UUID aggregate, long sequence) {
    var bucket = bucket(partition, Sequences.bucketOf(aggregate));
    long missing = bucket == null ? 1 : bucket.get(aggregate) + 1;
    return new ParkedAggregate(
        partition.topic(),
        partition.topicId(),
        partition.number(),
        aggregate,
        missing,
        List.of(sequence),
        1);
  }

  @Override
  public @Nullable SequenceBucket bucket(Partition partition, int number) {
    var document = sequences.find(eq("_id", partition.id() + "/" + number)).first();
    return document == null ? null : bucket(document);
  }

  @Override
  public void writeRows(Collection<Pending<K>> pending) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (var p : pending) {
      for (var row : p.fold().dirtyRows()) {
        writes.add(write(p.partition(), row));
      }
    }
    compareAndSet(rows, writes);
  }

  private WriteModel<Document> write(Partition partition, Row<K> row) {
    var id = partition.id() + "/" + view.write(row.key);
    return row.durableWatermark == Row.NEW
        ? new InsertOneModel<>(
            new Document("_id", id)
                .append("p", partition.id())
                .append("w", row.watermark)
                .append("v", row.value))
        : new UpdateOneModel<>(
            expected(id, row.durableWatermark),
            Updates.combine(Updates.set("w", row.watermark), Updates.set("v", row.value)));
  }

  private static Bson expected(String id, long watermark) {
    return new Document("_id", id).append("w", watermark);
  }

  @Override
  public void writeSequencesAndParked(Collection<Pending<K>> pending) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (var p : pending) {
      for (var event : p.fold().parking().added()) {
        writes.add(ParkedDocuments.insertIfAbsent(event, p.partition()));
      }
    }
    inChunks(parked, writes);
    writes.clear();
    for (var p : pending) {
      for (int number : p.fold().sequences().dirty()) {
        writes.add(write(p, number));
      }
    }
    compareAndSet(sequences, writes);
  }

  private WriteModel<Document> write(Pending<K> p, int number) {
    var bucket = p.fold().sequences().bucket(number);
    var id = p.partition().id() + "/" + number;
    var packed = new Binary(bucket.pack());
    return bucket.durableWatermark == Row.NEW
        ? new InsertOneModel<>(
            new Document("_id", id)
                .append("p", p.partition().id())
                .append("b", number)
                .append("w", p.fold().position())
                .append("s", packed))
        : new UpdateOneModel<>(
            expected(id, bucket.durableWatermark),
            Updates.combine(Updates.set("w", p.fold().position()), Updates.set("s", packed)));
  }

  @Override
  public void writePositions(Collection<Pending<K>> pending) {
    var writes = new ArrayList<WriteModel<Document>>();
    for (var p : pending) {
      writes.add(writePosition(p.partition(), p.fold()));
    }
    compareAndSet(positions, writes);
  }

  private static WriteModel<Document> writePosition(Partition partition, PartitionFold<?> fold) {
    return fold.committed() == 0
        ? new InsertOneModel<>(
            new Document("_id", partition.id())
                .append("topic", partition.topic())
                .append("topicId", partition.topicId())
                .append("partition", partition.number())
                .append("next", fold.position())
                .append("appendedAt", fold.appendedAt()))
        : new UpdateOneModel<>(
            new Document("_id", partition.id()).append("next", fold.committed()),
            Updates.combine(
                Updates.set("next", fold.position()),
                Updates.set("appendedAt", fold.appendedAt())));
  }

  @Override
  public void removeReleased(Collection<Pending<K>> pending) {
    var ids = new ArrayList<String>();
    for (var p : pending) {
      for (var event : p.fold().parking().released()) {
        ids.add(ParkedDocuments.id(event, p.partition()));
      }
    }
    for (int from = 0; from < ids.size(); from += CHUNK) {
      parked.deleteMany(in("_id", ids.subList(from, Math.min(ids.size(), from + CHUNK))));
    }
  }

  /**
   * Writes all or finds out that somebody else has written: an insert collides or an update matches
   * less.
   */
  private static void compareAndSet(
      MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
    int written = inChunks(collection, writes);
    if (written < writes.size()) {
      throw new StaleOwnerException(
          collection.getNamespace().getCollectionName()
              + ": "
              + (writes.size() - written)
              + " of "
              + writes.size()
              + " documents are not as they were read");
    }
  }

  private static int inChunks(
      MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
    int written = 0;
    for (int from = 0; from < writes.size(); from += CHUNK) {
      var chunk = writes.subList(from, Math.min(writes.size(), from + CHUNK));
      try {
        var result = collection.bulkWrite(chunk, UNORDERED);
        written +=
            result.getInsertedCount() + result.getMatchedCount() + result.getUpserts().size();
      } catch (MongoBulkWriteException e) {
        if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
          throw new StaleOwnerException("Already there: " + e.getMessage());
        }
        throw e;
      }
    }
    return written;
  }
}
