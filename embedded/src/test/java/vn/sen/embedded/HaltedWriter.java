package vn.sen.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A process that writes from many threads until it is killed, and says on its standard output what
 * was acknowledged: {@code <id> <version> ;}, version 0 for a deletion, and -1 before it tries one.
 */
final class HaltedWriter {
  static final String DATABASE = "halt";
  static final String COLLECTION = "members";
  private static final int DOCUMENTS_PER_THREAD = 40;
  private static final int BULK = 5;

  private final MongoCollection<Document> members;
  private final int thread;
  private final Random random;

  private HaltedWriter(MongoCollection<Document> members, int thread, long seed) {
    this.members = members;
    this.thread = thread;
    this.random = new Random(seed + thread);
  }

  /** Arguments: folder, bytes of journal after which the maps are saved, threads, seed. */
  public static void main(String[] args) {
    EmbeddedMongo mongo =
        EmbeddedMongo.start(DocumentStore.open(Path.of(args[0]), Long.parseLong(args[1])), 0);
    MongoClient client = EmbeddedMongoTest.client(mongo);
    MongoCollection<Document> members = client.getDatabase(DATABASE).getCollection(COLLECTION);
    members.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true).sparse(true));
    members.createIndex(Indexes.ascending("unit", "name"));
    members.createIndex(Indexes.ascending("outbox.b"), new IndexOptions().sparse(true));
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      HaltedWriter writer = new HaltedWriter(members, i, Long.parseLong(args[3]));
      Thread.ofPlatform().start(writer::write);
    }
  }

  /** A document that tells by itself what every index must say about it. */
  static Document document(String id, long version) {
    return new Document("_id", id)
        .append("version", version)
        .append("keys", List.of(id + "@" + version, id + "@own"))
        .append("unit", version % 3)
        .append("name", "n" + version)
        .append("outbox", List.of(new Document("b", version % 2).append("data", "x".repeat(200))));
  }

  private void write() {
    for (int round = 0; true; round++) {
      List<String> ids = IntStream.range(0, BULK).mapToObj(_ -> randomId()).distinct().toList();
      if (round % 7 == 0) {
        remove(ids.getFirst());
      } else {
        ids.forEach(this::putOrChange);
      }
    }
  }

  private String randomId() {
    return thread + "-" + random.nextInt(DOCUMENTS_PER_THREAD);
  }

  private void putOrChange(String id) {
    Document found = members.find(eq("_id", id)).first();
    if (found == null) {
      members.insertOne(document(id, 1));
      say(id, 1);
    } else {
      long version = found.getLong("version");
      Document next = document(id, version + 1);
      next.remove("_id");
      members.updateOne(and(eq("_id", id), eq("version", version)), new Document("$set", next));
      say(id, version + 1);
      members.updateOne(eq("_id", id), Updates.pull("outbox", new Document("b", 0L)));
    }
  }

  private void remove(String id) {
    say(id, -1);
    members.deleteOne(eq("_id", id));
    say(id, 0);
  }

  private static void say(String id, long version) {
    String line = id + " " + version + " ;\n";
    synchronized (HaltedWriter.class) {
      System.out.print(line);
      System.out.flush();
    }
  }
}
