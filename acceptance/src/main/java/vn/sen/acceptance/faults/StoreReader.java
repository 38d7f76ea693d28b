package vn.sen.acceptance.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** Reads the documents of membership, and makes the views of reporting forget where they were. */
final class StoreReader implements AutoCloseable {

  private final MongoClient client;
  private final MongoDatabase database;

  StoreReader(String uri) {
    client = MongoClients.create(uri);
    database = client.getDatabase("sen_membership");
  }

  /** All members who belong to the units now, or belonged there last. */
  Map<UUID, StoreCheck.Stored> members(Collection<UUID> units) {
    var found = new HashMap<UUID, StoreCheck.Stored>();
    for (var document : database.getCollection("members").find(Filters.in("ix.units", units))) {
      found.put(document.get("_id", UUID.class), stored(document));
    }
    return found;
  }

  private static StoreCheck.Stored stored(Document document) {
    return new StoreCheck.Stored(
        document.getLong("v"),
        document.getList("outbox", Document.class, List.of()).size(),
        document.getList("history", Document.class, List.of()).stream()
            .map(h -> h.getLong("v"))
            .toList());
  }

  /** The members of a household. */
  Set<UUID> household(UUID id) {
    var document = database.getCollection("households").find(Filters.eq("_id", id)).first();
    var members = new HashSet<UUID>();
    if (document != null) {
      document
          .get("state", Document.class)
          .getList("members", String.class, List.of())
          .forEach(member -> members.add(UUID.fromString(member)));
    }
    return members;
  }

  /**
   * Views keep their positions beside their rows: with the next checkpoint, whoever folds them
   * finds them gone and reads the log from the start.
   */
  void forgetPositionsOfViews() {
    var reporting = client.getDatabase("sen_reporting");
    for (var collection : reporting.listCollectionNames()) {
      if (collection.endsWith("_positions")) {
        reporting.getCollection(collection).deleteMany(Filters.empty());
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
