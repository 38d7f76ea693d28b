package vn.sen.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {
  private static final long NEVER = Long.MAX_VALUE;

  @TempDir private Path folder;

  @Nested
  class Reopened {
    @Test
    void knowsDocumentsCollectionsAndIndexes() {
      try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
          MongoClient client = EmbeddedMongoTest.client(mongo)) {
        MongoCollection<Document> people = people(client);
        people.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        people.insertOne(new Document("_id", 1).append("key", "a"));
      }

      try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0);
          MongoClient client = EmbeddedMongoTest.client(mongo)) {
        assertThat(people(client).find(eq("key", "a")).first()).containsEntry("_id", 1);
        assertThatThrownBy(
                () -> people(client).insertOne(new Document("_id", 2).append("key", "a")))
            .hasMessageContaining("E11000");
        assertThat(people(client).listIndexes().into(new ArrayList<>())).hasSize(2);
      }
    }

    @Test
    void isRefusedWhileAnotherHasItOpen() {
      try (EmbeddedMongo mongo = EmbeddedMongo.start(folder, 0)) {
        assertThat(mongo.connectionString()).startsWith("mongodb://");
        assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("open in another process");
      }
    }

    private MongoCollection<Document> people(MongoClient client) {
      return client.getDatabase("test").getCollection("people");
    }
  }

  @Nested
  class AfterAHalt {
    @Test
    void takesWholeChangesFromTheJournalAndLeavesOutATornOne() throws IOException {
      // given what a killed process leaves: maps never saved, the last record cut off
      haltAfterPuts(1, 100);
      Path journal = JournalFiles.file(folder, 1);
      try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
        file.setLength(file.length() - 3);
      }

      // then
      assertThat(keysFound()).hasSize(99).contains("99").doesNotContain("100");
      assertThat(journal).doesNotExist();
    }

    @Test
    void takesTheJournalsInOrderWhenItWasKilledWhileSaving() throws IOException {
      haltAfterPuts(1, 10);
      try (FileJournal second = new FileJournal(folder, 2, NEVER, () -> {})) {
        second.remove("test.people", Key.of("3"));
        second.put("test.people", Key.of("4"), bytes("new"));
        second.drop("test.none");
      }

      assertThat(keysFound()).hasSize(9).doesNotContain("3");
    }

    @Test
    void refusesAJournalThatIsDamagedBeforeItsEnd() throws IOException {
      haltAfterPuts(1, 10);
      Path first = JournalFiles.file(folder, 1);
      byte[] content = Files.readAllBytes(first);
      content[content.length / 2] ^= 1;
      Files.write(first, content);
      Files.write(JournalFiles.file(folder, 2), new byte[0], StandardOpenOption.CREATE);

      assertThatThrownBy(() -> DocumentStore.open(folder, NEVER))
          .hasRootCauseMessage(
              "The journal is damaged: " + first + " at byte " + wholeBytes(content));
    }

    private long wholeBytes(byte[] damaged) {
      long record = damaged.length / 10;
      return damaged.length / 2 / record * record;
    }
  }

  @Test
  void savesTheMapsWhenTheJournalHasGrownAndForgetsIt() throws IOException {
    try (DocumentStore store = DocumentStore.open(folder, 10_000)) {
      MVMap<Key, byte[]> people = DocumentStore.openMap(store.maps(), "test.people");
      for (int i = 0; i < 1_000; i++) {
        byte[] document = bytes("document " + i);
        people.put(Key.of(i), document);
        store.journal().put("test.people", Key.of(i), document);
        store.journal().awaitWritten();
      }
    }

    try (DocumentStore store = DocumentStore.open(folder, NEVER)) {
      assertThat(DocumentStore.openMap(store.maps(), "test.people")).hasSize(1_000);
      assertThat(JournalFiles.numbers(folder)).singleElement().matches(number -> number > 2);
    }
  }

  @Test
  void reportsAJournalThatCannotBeWritten() throws IOException {
    FileJournal journal = new FileJournal(folder, 1, NEVER, () -> {});
    journal.put("test.people", Key.of(1), bytes("a"));
    journal.close();
    journal.put("test.people", Key.of(2), bytes("b"));

    assertThatThrownBy(journal::awaitWritten).hasMessageContaining("Cannot write the journal");
  }

  private void haltAfterPuts(long number, int puts) throws IOException {
    try (FileJournal journal = new FileJournal(folder, number, NEVER, () -> {})) {
      IntStream.rangeClosed(1, puts)
          .forEach(i -> journal.put("test.people", Key.of("" + i), bytes("value")));
    }
  }

  private List<String> keysFound() {
    try (DocumentStore store = DocumentStore.open(folder, NEVER)) {
      MVMap<Key, byte[]> people = DocumentStore.openMap(store.maps(), "test.people");
      return IntStream.rangeClosed(1, 100)
          .mapToObj(String::valueOf)
          .filter(id -> people.containsKey(Key.of(id)))
          .toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
