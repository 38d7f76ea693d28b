package vn.sen.chassis.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a start does when the operator has put another wrapping key first: all keys are wrapped
 * anew. Once the old one is gone from the file, even copies of the keys as they were wrapped before
 * (backups, blocks of the store not yet overwritten) are worthless, those of erased persons among
 * them.
 */
final class KeyChange {

  private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);
  private static final int BATCH = 1_000;
  private static final String USED = "used";

  private final MongoCollection<Document> state;
  private final MongoCollection<Document> collection;
  private final DataKeys dataKeys;
  private final PrivacyKeys keys;

  KeyChange(
      MongoDatabase database,
      MongoCollection<Document> collection,
      DataKeys dataKeys,
      PrivacyKeys keys) {
    this.state = database.getCollection("privacy");
    this.collection = collection;
    this.dataKeys = dataKeys;
    this.keys = keys;
  }

  /** A wrapped key opens for its owner only. */
  static byte[] associated(UUID owner) {
    return ("key of " + owner).getBytes(UTF_8);
  }

  /**
   * @throws PrivacyKeysInvalid if the hashing key is another one than before, or a wrapping key is
   *     gone that is still needed
   */
  void settle() {
    requireSameHash();
    var used = used();
    if (!used.isEmpty() && !used.equals(Set.of(keys.current()))) {
      rewrap();
      var gone = new HashSet<>(used);
      gone.removeAll(keys.ids());
      state.updateOne(Filters.eq("_id", "wrapping"), Updates.pullAll(USED, List.copyOf(gone)));
    }
    state.updateOne(
        Filters.eq("_id", "wrapping"),
        Updates.addToSet(USED, keys.current()),
        new UpdateOptions().upsert(true));
  }

  private void requireSameHash() {
    var check = keys.hash("check").of("");
    state.updateOne(
        Filters.eq("_id", "hash"),
        Updates.setOnInsert("check", check),
        new UpdateOptions().upsert(true));
    var known = state.find(Filters.eq("_id", "hash")).first();
    if (known == null || !check.equals(known.getString("check"))) {
      throw new PrivacyKeysInvalid(
          "The hashing key is not the one this database was begun with",
          "Put the line \"hash …\" back as it was: with another key nobody is found by her number"
              + " and the same number is taken twice");
    }
  }

  private Set<String> used() {
    var document = state.find(Filters.eq("_id", "wrapping")).first();
    return document == null ? Set.of() : Set.copyOf(document.getList(USED, String.class));
  }

  private void rewrap() {
    var changes = new ArrayList<WriteModel<Document>>();
    long done = 0;
    for (var document : collection.find(Filters.ne("by", keys.current()))) {
      var by = document.getString("by");
      if (keys.wrapping(by) == null) {
        throw new PrivacyKeysInvalid(
            "Persons' keys are still wrapped by the key " + by + ", which the file lacks",
            "Put the line \"wrap " + by + " …\" back, below the first one, and start again");
      }
      changes.add(
          new ReplaceOneModel<>(
              Filters.and(Filters.eq("_id", document.get("_id")), Filters.eq("by", by)),
              dataKeys.rewrapped(document)));
      if (changes.size() == BATCH) {
        done += write(changes);
      }
    }
    done += write(changes);
    LOG.info("{} keys are wrapped by {} now", done, keys.current());
  }

  private long write(List<WriteModel<Document>> changes) {
    int size = changes.size();
    if (size > 0) {
      collection.bulkWrite(changes);
      changes.clear();
    }
    return size;
  }
}
