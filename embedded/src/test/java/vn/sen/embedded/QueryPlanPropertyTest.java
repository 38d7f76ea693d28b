package vn.sen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Whatever is asked, a collection with indexes answers as one without them. */
class QueryPlanPropertyTest {
  private static final int ROUNDS = 60;
  private static final int QUERIES = 60;
  private static final List<String> FIELDS = List.of("a", "b", "c.d", "e");
  private static final List<String> OPERATORS =
      List.of("$eq", "$gt", "$gte", "$lt", "$lte", "$in", "$ne", "$exists", "$regex");

  @Test
  void answersAreTheSameWithIndexesAndWithout() {
    try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        MongoClient client = EmbeddedMongoTest.client(mongo)) {
      for (int seed = 0; seed < ROUNDS; seed++) {
        Random random = new Random(seed);
        var indexed = client.getDatabase("test").getCollection("indexed" + seed);
        var plain = client.getDatabase("test").getCollection("plain" + seed);
        createIndexes(indexed, random);
        for (int i = 0; i < 80; i++) {
          change(random, List.of(indexed, plain));
        }
        for (int i = 0; i < QUERIES; i++) {
          Document filter = filter(random);
          Document order = random.nextBoolean() ? order(random) : new Document("_id", 1);
          assertThat(find(indexed, filter, order))
              .as("seed %d: %s by %s", seed, filter, order)
              .isEqualTo(find(plain, filter, order));
          assertThat(indexed.countDocuments(filter)).isEqualTo(plain.countDocuments(filter));
        }
        indexed.drop();
        plain.drop();
      }
    }
  }

  private static List<Document> find(
      MongoCollection<Document> collection, Document filter, Document order) {
    return collection.find(filter).sort(order).skip(1).limit(12).into(new ArrayList<>());
  }

  private static void createIndexes(MongoCollection<Document> collection, Random random) {
    for (int i = 0; i < 3; i++) {
      Document keys = new Document(field(random), 1);
      if (random.nextBoolean()) {
        keys.append(field(random), random.nextBoolean() ? 1 : -1);
      }
      collection.createIndex(keys, new IndexOptions().sparse(random.nextInt(4) == 0).name("i" + i));
    }
  }

  private static void change(Random random, List<MongoCollection<Document>> collections) {
    int id = random.nextInt(25);
    Document document = new Document();
    if (random.nextInt(8) > 0) {
      document.append("a", value(random));
    }
    if (random.nextInt(3) > 0) {
      document.append("b", random.nextInt(3) == 0 ? elements(random) : value(random));
    }
    if (random.nextInt(3) > 0) {
      document.append(
          "c",
          random.nextBoolean()
              ? new Document("d", value(random))
              : List.of(new Document("d", value(random)), new Document("d", value(random))));
    }
    document.append("e", scalar(random));
    for (MongoCollection<Document> collection : collections) {
      if (collection.replaceOne(new Document("_id", id), document).getMatchedCount() == 0) {
        Document inserted = new Document("_id", id);
        inserted.putAll(document);
        collection.insertOne(inserted);
      }
      if (id % 9 == 0) {
        collection.deleteOne(new Document("_id", id - 1));
      }
    }
  }

  private static Document filter(Random random) {
    Document filter = new Document();
    List<Document> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String field = random.nextInt(6) == 0 ? "_id" : field(random);
      Document demand = new Document(operator(random));
      parts.add(
          switch (random.nextInt(6)) {
            case 0 -> new Document(field, null);
            case 1, 2 -> new Document(field, scalar(random));
            default -> new Document(field, demand);
          });
    }
    return random.nextBoolean() ? filter.append("$and", parts) : parts.getFirst();
  }

  private static Document operator(Random random) {
    String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    return new Document(
        operator,
        switch (operator) {
          case "$in" -> values(random);
          case "$exists" -> random.nextBoolean();
          case "$regex" -> random.nextBoolean() ? "^b" : "^ab?";
          default -> scalar(random);
        });
  }

  private static Document order(Random random) {
    Document order = new Document(field(random), random.nextBoolean() ? 1 : -1);
    if (random.nextBoolean()) {
      order.append(field(random), random.nextBoolean() ? 1 : -1);
    }
    return order.append("_id", random.nextBoolean() ? 1 : -1);
  }

  private static String field(Random random) {
    return FIELDS.get(random.nextInt(FIELDS.size()));
  }

  private static Object value(Random random) {
    return random.nextInt(10) == 0 ? elements(random) : scalar(random);
  }

  /** Not empty: the server's own comparison cannot put two empty arrays in order. */
  private static List<Object> elements(Random random) {
    List<Object> elements = values(random);
    elements.add(scalar(random));
    return elements;
  }

  private static List<Object> values(Random random) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.add(scalar(random));
    }
    return values;
  }

  private static Object scalar(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> random.nextInt(5);
      case 1 -> (long) random.nextInt(5);
      case 2 -> random.nextInt(10) / 2.0;
      case 3 -> random.nextBoolean();
      default -> List.of("a", "ab", "abc", "b", "ba", "").get(random.nextInt(6));
    };
  }
}
