package vn.sen.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmbeddedMongoTest {
  private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
  private static final MongoClient CLIENT = client(MONGO);

  private MongoCollection<Document> people;

  static MongoClient client(EmbeddedMongo mongo) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new com.mongodb.ConnectionString(mongo.connectionString()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
  }

  @AfterAll
  static void stop() {
    CLIENT.close();
    MONGO.close();
  }

  @BeforeEach
  void emptyCollection() {
    people = CLIENT.getDatabase("test").getCollection("people" + UUID.randomUUID());
  }

  private static Document person(Object id, String unit, String name) {
    return new Document("_id", id).append("unit", unit).append("name", name).append("version", 1L);
  }

  private List<Object> ids(Iterable<Document> found) {
    List<Object> ids = new ArrayList<>();
    found.forEach(document -> ids.add(document.get("_id")));
    return ids;
  }

  @Test
  void answersHello() {
    assertThat(CLIENT.getDatabase("admin").runCommand(new Document("hello", 1)))
        .containsEntry("isWritablePrimary", true)
        .containsKey("maxWireVersion");
  }

  @Nested
  class ById {
    @Test
    void comparesAndSetsByIdAndVersion() {
      UUID id = UUID.randomUUID();
      people.insertOne(person(id, "a", "Lan"));

      assertThat(
              people
                  .updateOne(and(eq("_id", id), eq("version", 1L)), Updates.inc("version", 1))
                  .getModifiedCount())
          .isOne();
      assertThat(
              people
                  .updateOne(and(eq("_id", id), eq("version", 1L)), Updates.inc("version", 1))
                  .getMatchedCount())
          .isZero();
      assertThat(people.find(eq("_id", id)).first()).containsEntry("version", 2L);
    }

    @Test
    void findsManyIdsAndRangesOfIds() {
      IntStream.range(0, 50).forEach(i -> people.insertOne(person(i, "a", "n" + i)));

      assertThat(ids(people.find(in("_id", 7, 3, 99)))).containsExactly(3, 7);
      assertThat(ids(people.find(gt("_id", 46)).sort(ascending("_id"))))
          .containsExactly(47, 48, 49);
      assertThat(ids(people.find(and(gte("_id", 5), lt("_id", 8))).sort(descending("_id"))))
          .containsExactly(7, 6, 5);
      assertThat(ids(people.find().sort(descending("_id")).limit(2))).containsExactly(49, 48);
    }

    @Test
    void refusesAnIdTwiceWhateverTypeItsNumberHas() {
      people.insertOne(person(1, "a", "Lan"));

      assertThatThrownBy(() -> people.insertOne(person(1L, "b", "Mai")))
          .isInstanceOf(MongoWriteException.class)
          .hasMessageContaining("E11000");
    }

    @Test
    void takesDocumentsAndTextsAsIds() {
      Document composed = new Document("row", "r").append("partition", 3);
      people.insertOne(person(composed, "a", "Lan"));
      people.insertOne(person("text", "a", "Mai"));

      assertThat(people.find(eq("_id", composed)).first()).containsEntry("name", "Lan");
      assertThat(people.find(eq("_id", "text")).first()).containsEntry("name", "Mai");
      assertThat(people.find(eq("_id", "tex")).first()).isNull();
    }

    @Test
    void upsertsBelowAWatermarkOnce() {
      UpdateOptions upsert = new UpdateOptions().upsert(true);
      var write = Updates.set("offset", 10L);
      people.updateOne(and(eq("_id", "row"), lt("offset", 10L)), write, upsert);

      assertThatThrownBy(
              () -> people.updateOne(and(eq("_id", "row"), lt("offset", 10L)), write, upsert))
          .isInstanceOf(MongoWriteException.class)
          .satisfies(e -> assertThat(((MongoWriteException) e).getCode()).isEqualTo(11000));
    }
  }

  @Nested
  class ByIndex {
    @Test
    void searchesAUnitByThePrefixOfANameInOrder() {
      people.createIndex(Indexes.ascending("unit", "name"));
      people.insertOne(person(1, "a", "lan"));
      people.insertOne(person(2, "a", "lam"));
      people.insertOne(person(3, "a", "mai"));
      people.insertOne(person(4, "b", "lan"));
      people.insertOne(person(5, "a", "la"));

      assertThat(
              ids(people.find(and(eq("unit", "a"), regex("name", "^la"))).sort(ascending("name"))))
          .containsExactly(5, 2, 1);
      assertThat(
              ids(
                  people
                      .find(and(eq("unit", "a"), gte("name", "lam"), lte("name", "lan")))
                      .sort(descending("name"))))
          .containsExactly(1, 2);
      assertThat(
              ids(
                  people
                      .find(and(eq("unit", "a"), gt("name", "la")))
                      .sort(ascending("name", "_id"))
                      .limit(2)))
          .containsExactly(2, 1);
    }

    @Test
    void followsEveryChangeOfADocument() {
      people.createIndex(Indexes.ascending("unit"));
      people.insertOne(person(1, "a", "Lan"));
      people.insertOne(person(2, "a", "Mai"));

      people.updateOne(eq("_id", 1), Updates.set("unit", "b"));
      people.updateOne(eq("_id", 2), Updates.unset("unit"));
      people.replaceOne(eq("_id", 2), person(2, "c", "Mai"));

      assertThat(ids(people.find(eq("unit", "a")))).isEmpty();
      assertThat(ids(people.find(eq("unit", "b")))).containsExactly(1);
      assertThat(ids(people.find(in("unit", "b", "c")))).containsExactly(1, 2);

      people.deleteOne(eq("_id", 1));

      assertThat(ids(people.find(in("unit", "b", "c")))).containsExactly(2);
    }

    @Test
    void findsElementsOfArraysOnceEach() {
      people.createIndex(Indexes.ascending("tags"));
      people.insertOne(new Document("_id", 1).append("tags", List.of("a", "b", 5)));
      people.insertOne(new Document("_id", 2).append("tags", List.of()));
      people.insertOne(new Document("_id", 3).append("tags", "b"));
      people.insertOne(new Document("_id", 4));

      assertThat(ids(people.find(eq("tags", "b")))).containsExactlyInAnyOrder(1, 3);
      assertThat(ids(people.find(in("tags", "a", "b")))).containsExactlyInAnyOrder(1, 3);
      assertThat(ids(people.find(gte("tags", "a")))).containsExactlyInAnyOrder(1, 3);
      assertThat(ids(people.find(eq("tags", null)))).containsExactly(4);
      assertThat(ids(people.find(eq("tags", List.of())))).containsExactly(2);
    }

    @Test
    void meetsBothEndsOfARangeWithTwoElementsOfAnArray() {
      people.createIndex(Indexes.ascending("values"));
      people.insertOne(new Document("_id", 1).append("values", List.of(0, 10)));

      assertThat(ids(people.find(and(gte("values", 1), lt("values", 5))))).containsExactly(1);
    }

    @Test
    void findsMissingFieldsUnlessTheIndexIsSparse() {
      people.createIndex(Indexes.ascending("unit"));
      people.createIndex(Indexes.ascending("name"), new IndexOptions().sparse(true));
      people.insertOne(new Document("_id", 1));
      people.insertOne(new Document("_id", 2).append("unit", "a").append("name", "Lan"));

      assertThat(ids(people.find(eq("unit", null)))).containsExactly(1);
      assertThat(ids(people.find(eq("name", null)))).containsExactly(1);
      assertThat(ids(people.find(eq("name", "Lan")))).containsExactly(2);
      assertThat(ids(people.find().sort(ascending("name")))).containsExactly(1, 2);
    }

    @Test
    void countsByIndexAndWithout() {
      people.createIndex(Indexes.ascending("unit"));
      IntStream.range(0, 30).forEach(i -> people.insertOne(person(i, "u" + i % 3, "n")));

      assertThat(people.countDocuments()).isEqualTo(30);
      assertThat(people.countDocuments(eq("unit", "u1"))).isEqualTo(10);
      assertThat(people.countDocuments(eq("unit", "none"))).isZero();
    }
  }

  @Nested
  class UniqueKeys {
    @BeforeEach
    void unique() {
      people.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true).sparse(true));
    }

    private Document with(Object id, String... keys) {
      Document document = new Document("_id", id);
      return keys.length == 0 ? document : document.append("keys", List.of(keys));
    }

    @Test
    void refusesATakenKeyAndNamesIt() {
      people.insertOne(with(1, "a:1", "b:2"));

      assertThatThrownBy(() -> people.insertOne(with(2, "c:3", "b:2")))
          .hasMessageContaining("keys_1 dup key: { keys: \"b:2\" }");
      assertThat(people.countDocuments()).isOne();
    }

    @Test
    void allowsManyDocumentsWithoutKeys() {
      people.insertMany(List.of(with(1), with(2), with(3)));

      assertThat(people.countDocuments()).isEqualTo(3);
    }

    @Test
    void freesAKeyThatADocumentGivesUp() {
      people.insertOne(with(1, "a:1", "b:2"));
      people.updateOne(eq("_id", 1), Updates.set("keys", List.of("b:2", "c:3")));

      people.insertOne(with(2, "a:1"));

      assertThatThrownBy(() -> people.updateOne(eq("_id", 2), Updates.push("keys", "c:3")))
          .isInstanceOf(MongoWriteException.class);
      people.deleteOne(eq("_id", 1));
      people.updateOne(eq("_id", 2), Updates.push("keys", "c:3"));
      assertThat(people.find(eq("keys", "c:3")).first()).containsEntry("_id", 2);
    }

    @Test
    void reportsEveryConflictOfAnUnorderedInsert() {
      people.insertOne(with(1, "a:1"));

      MongoBulkWriteException failure =
          catchThrowableOfType(
              MongoBulkWriteException.class,
              () ->
                  people.insertMany(
                      List.of(with(2), with(3, "a:1"), with(1), with(4, "b:1")),
                      new InsertManyOptions().ordered(false)));

      assertThat(failure.getWriteErrors())
          .extracting(error -> error.getIndex() + " " + error.getCode())
          .containsExactly("1 11000", "2 11000");
      assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
      assertThat(people.countDocuments()).isEqualTo(3);
    }

    @Test
    void cannotBeMadeOverDuplicates() {
      people.insertOne(person(1, "a", "same"));
      people.insertOne(person(2, "b", "same"));

      assertThatThrownBy(
              () -> people.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true)))
          .hasMessageContaining("E11000");
    }
  }

  @Test
  void pullsPublishedEventsInBulk() {
    people.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
    List<UpdateOneModel<Document>> pulls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      people.insertOne(
          new Document("_id", i)
              .append("pending", i % 4)
              .append("outbox", List.of(new Document("id", "e" + i))));
      pulls.add(
          new UpdateOneModel<>(
              eq("_id", i),
              Updates.combine(
                  Updates.pull("outbox", new Document("id", "e" + i)), Updates.unset("pending"))));
    }
    assertThat(people.find(eq("pending", 1)).into(new ArrayList<>())).hasSize(5);

    assertThat(people.bulkWrite(pulls).getModifiedCount()).isEqualTo(20);

    assertThat(people.find(eq("pending", 1)).into(new ArrayList<>())).isEmpty();
    assertThat(people.find(eq("_id", 3)).first()).containsEntry("outbox", List.of());
  }

  @Test
  void findsAndModifiesOneDocument() {
    people.insertOne(person(1, "a", "Lan"));

    Document changed =
        people.findOneAndUpdate(
            and(eq("_id", 1), eq("version", 1L)),
            Updates.combine(Updates.inc("version", 1), Updates.push("outbox", "e")),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));

    assertThat(changed).containsEntry("version", 2L).containsEntry("outbox", List.of("e"));
  }

  @Test
  void readsOnBehindTheFirstBatch() {
    people.insertMany(IntStream.range(0, 500).mapToObj(i -> person(i, "a", "n")).toList());

    assertThat(ids(people.find().batchSize(7))).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void forgetsADroppedCollection() {
    people.createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
    people.insertOne(person(1, "a", "Lan"));
    people.drop();
    people.insertOne(person(1, "a", "Lan"));
    people.insertOne(person(2, "a", "Lan"));

    assertThat(people.countDocuments()).isEqualTo(2);
  }
}
