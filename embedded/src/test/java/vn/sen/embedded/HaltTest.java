package vn.sen.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands after the process was killed in the middle of concurrent writes, several times. */
class HaltTest {
  private static final int HALTS = 4;
  private static final int THREADS = 6;
  private static final int ACKNOWLEDGED = 1_000;
  private static final long SAVE_OFTEN = 100_000;

  @Test
  void everyAcknowledgedWriteIsThereAndTheIndexesAgree(@TempDir Path folder) throws Exception {
    Map<String, Long> said = new HashMap<>();
    for (int halt = 0; halt < HALTS; halt++) {
      // when
      writeUntilKilled(folder, halt, said);

      // then
      try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
          MongoClient client = EmbeddedMongoTest.client(mongo)) {
        var members =
            client.getDatabase(HaltedWriter.DATABASE).getCollection(HaltedWriter.COLLECTION);
        Map<String, Document> stored = new HashMap<>();
        members.find().forEach(found -> stored.put(found.getString("_id"), found));
        assertThat(said.values()).filteredOn(version -> version > 0).hasSizeGreaterThan(100);
        assertThat(said)
            .allSatisfy((id, version) -> assertIsAtOrOneBeyond(stored.get(id), version));
        assertIndexesAgree(members, stored);
        said.clear();
        stored.forEach((id, document) -> said.put(id, versionOf(document)));
      }
    }
  }

  private static void writeUntilKilled(Path folder, int seed, Map<String, Long> said)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HaltedWriter.class.getName(),
                folder.toString(),
                Long.toString(SAVE_OFTEN),
                Integer.toString(THREADS),
                Integer.toString(seed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int lines = 0;
    try (BufferedReader out = writer.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] words = line.split(" ");
        if (line.endsWith(";")) {
          said.put(words[0], Long.valueOf(words[1]));
        }
        if (++lines == ACKNOWLEDGED) {
          writer.toHandle().destroyForcibly();
        }
      }
    }
    writer.waitFor();
    assertThat(lines).isGreaterThanOrEqualTo(ACKNOWLEDGED);
  }

  private static long versionOf(Document stored) {
    return stored == null ? 0 : stored.getLong("version");
  }

  /** The killed writer may have got one step further than it could say. */
  private static void assertIsAtOrOneBeyond(Document stored, long said) {
    if (said >= 0) {
      assertThat(versionOf(stored)).isBetween(said, said + 1);
    }
  }

  private static void assertIndexesAgree(
      MongoCollection<Document> members, Map<String, Document> stored) {
    for (Document document : stored.values()) {
      Object id = document.get("_id");
      for (String key : document.getList("keys", String.class)) {
        assertThat(ids(members, "keys", key)).containsExactly(id);
      }
      Document former = HaltedWriter.document(String.valueOf(id), versionOf(document) - 1);
      assertThat(ids(members, "keys", former.getList("keys", String.class).getFirst())).isEmpty();
    }
    for (long unit = 0; unit < 3; unit++) {
      long expected = unit;
      assertThat(ids(members, "unit", unit))
          .hasSize(
              (int) stored.values().stream().filter(d -> d.getLong("unit") == expected).count());
    }
    List<Object> pending = new ArrayList<>();
    members.find(in("outbox.b", 0L, 1L)).forEach(found -> pending.add(found.get("_id")));
    assertThat(pending)
        .containsExactlyInAnyOrderElementsOf(
            stored.values().stream()
                .filter(d -> !d.getList("outbox", Document.class).isEmpty())
                .map(d -> d.get("_id"))
                .toList());
  }

  private static List<Object> ids(MongoCollection<Document> members, String field, Object value) {
    List<Object> ids = new ArrayList<>();
    members.find(eq(field, value)).forEach(found -> ids.add(found.get("_id")));
    return ids;
  }
}
