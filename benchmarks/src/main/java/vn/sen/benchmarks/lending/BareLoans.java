package vn.sen.benchmarks.lending;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** The service's loans in a collection like its own, without the service. */
final class BareLoans {

  private static final int BATCH = 1_000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> loans;
  private final List<UUID> ids;

  /**
   * @param original the service's collection
   */
  BareLoans(MongoClient client, MongoCollection<Document> original) {
    loans =
        client
            .getDatabase("bare")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .getCollection("loans");
    for (var index : original.listIndexes()) {
      if (!index.getString("name").equals("_id_")) {
        loans.createIndex(
            index.get("key", Document.class),
            new IndexOptions()
                .unique(index.getBoolean("unique", false))
                .sparse(index.getBoolean("sparse", false)));
      }
    }
    ids = new ArrayList<>();
    var batch = new ArrayList<Document>(BATCH);
    for (var loan : original.find().batchSize(BATCH)) {
      ids.add(loan.get("_id", UUID.class));
      batch.add(loan);
      if (batch.size() == BATCH) {
        loans.insertMany(batch);
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      loans.insertMany(batch);
    }
  }

  /**
   * Finds all loans, a thousand at a time.
   *
   * @return loans per second
   */
  double find() {
    long begun = System.nanoTime();
    for (int i = 0; i < ids.size(); i += BATCH) {
      batch(i);
    }
    return ids.size() / ((System.nanoTime() - begun) / 1e9);
  }

  /**
   * Replaces all loans by themselves, a thousand at a time.
   *
   * @return loans per second, without what finding them took
   */
  double replace() {
    long nanos = 0;
    for (int i = 0; i < ids.size(); i += BATCH) {
      var writes =
          batch(i).stream()
              .map(
                  loan ->
                      new ReplaceOneModel<>(
                          Filters.eq("_id", loan.get("_id")),
                          loan.append("v", loan.getLong("v") + 1),
                          UPSERT))
              .toList();
      long begun = System.nanoTime();
      loans.bulkWrite(writes, UNORDERED);
      nanos += System.nanoTime() - begun;
    }
    return ids.size() / (nanos / 1e9);
  }

  private List<Document> batch(int from) {
    var some = ids.subList(from, Math.min(ids.size(), from + BATCH));
    return loans.find(Filters.in("_id", some)).into(new ArrayList<>(BATCH));
  }
}
