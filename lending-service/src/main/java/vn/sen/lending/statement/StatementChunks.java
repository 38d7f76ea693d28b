package vn.sen.lending.statement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.privacy.DataKeys;

/**
 * The lines of statements while they are compared, in parts. Each attempt to send a file has a key
 * of its own, under which its lines are encrypted; with the key they are forgotten wherever copies
 * lie. The ids of the loans stand beside them: a statement's loans are found without its texts.
 */
@Component
class StatementChunks {

  private static final TypeReference<List<StatementLine>> LINES = new TypeReference<>() {};
  private static final String ATTEMPT = "attempt";
  private static final String GOOD = "good";
  private static final String BAD = "bad";
  private static final String FRESH = "fresh";
  private static final String OWING = "owing";
  private static final int UUID_BYTES = 16;
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> chunks;
  private final DataKeys keys;
  private final JsonMapper json = JsonMapper.shared();

  StatementChunks(MongoDatabase database, DataKeys keys) {
    this.chunks = database.getCollection("statementChunks");
    this.keys = keys;
    chunks.createIndex(Indexes.ascending(ATTEMPT));
  }

  /** A line with the loan that its number names. */
  record Named(StatementLine line, UUID loan) {}

  /**
   * A refused line.
   *
   * @param loan which its number names; null where it cannot be read
   */
  record Refused(LineRefusal refusal, @Nullable UUID loan) {}

  /** A part of a statement. */
  record Chunk(List<Named> lines, List<Refused> refused) {
    Chunk {
      lines = List.copyOf(lines);
      refused = List.copyOf(refused);
    }
  }

  void add(UUID attempt, int number, Chunk chunk) {
    var id = id(attempt, number);
    var text = json.writeValueAsString(chunk.lines().stream().map(Named::line).toList());
    chunks.insertOne(
        new Document("_id", id)
            .append(ATTEMPT, attempt)
            .append("lines", new Binary(keys.make(attempt).seal(id, text)))
            .append(GOOD, packed(chunk.lines().stream().map(Named::loan).toList()))
            .append(
                BAD,
                packed(chunk.refused().stream().flatMap(r -> Stream.ofNullable(r.loan())).toList()))
            .append("refused", chunk.refused().stream().map(StatementChunks::document).toList()));
  }

  /** How many parts of an attempt are there. */
  long count(UUID attempt) {
    return chunks.countDocuments(eq(ATTEMPT, attempt));
  }

  private static Document document(Refused refused) {
    return RefusalDocuments.document(refused.refusal()).append("loan", refused.loan());
  }

  Chunk get(UUID attempt, int number) {
    var id = id(attempt, number);
    var document = chunks.find(eq("_id", id)).first();
    if (document == null) {
      throw new IllegalStateException("Part " + number + " of a statement is missing");
    }
    var text = keys.get(attempt).open(id, document.get("lines", Binary.class).getData());
    var lines = json.readValue(text, LINES);
    var loans = unpacked(document.get(GOOD, Binary.class));
    var named = new ArrayList<Named>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      named.add(new Named(lines.get(i), loans.get(i)));
    }
    var refused =
        document.getList("refused", Document.class).stream()
            .map(d -> new Refused(RefusalDocuments.refusal(d), d.get("loan", UUID.class)))
            .toList();
    return new Chunk(named, refused);
  }

  /**
   * Notes which loans a part is about to open. When it is done again after a crash they are there,
   * and count as opened all the same.
   *
   * @return those noted first
   */
  Set<UUID> fresh(UUID attempt, int number, Collection<UUID> loans) {
    var id = id(attempt, number) + "/" + FRESH;
    note(id, attempt, new Document("$setOnInsert", new Document(FRESH, packed(loans))));
    var document = chunks.find(eq("_id", id)).first();
    return document == null ? Set.of() : new HashSet<>(unpacked(document.get(FRESH, Binary.class)));
  }

  /** Notes the households of a part that owe something. */
  void owing(UUID attempt, int number, Collection<UUID> households) {
    note(
        id(attempt, number) + "/" + OWING,
        attempt,
        new Document("$set", new Document(OWING, packed(households))));
  }

  /** Notes stand beside a part: writing them into it would write all its lines again. */
  private void note(String id, UUID attempt, Document update) {
    chunks.updateOne(and(eq("_id", id), eq(ATTEMPT, attempt)), update, UPSERT);
  }

  /** Hands over the ids that a statement's parts and the notes beside them hold. */
  void each(UUID attempt, Consumer<Ids> consumer) {
    chunks
        .find(eq(ATTEMPT, attempt))
        .projection(Projections.include(GOOD, BAD, OWING))
        .map(
            d ->
                new Ids(
                    unpacked(d.get(GOOD, Binary.class)),
                    unpacked(d.get(BAD, Binary.class)),
                    unpacked(d.get(OWING, Binary.class))))
        .forEach(consumer);
  }

  /**
   * The ids of a part.
   *
   * @param good loans of lines that can be understood
   * @param bad loans of lines that were refused as they came
   * @param owing households of loans of which something is owed
   */
  record Ids(List<UUID> good, List<UUID> bad, List<UUID> owing) {}

  void delete(UUID attempt) {
    chunks.deleteMany(eq(ATTEMPT, attempt));
  }

  private static String id(UUID attempt, int number) {
    return attempt + "/" + number;
  }

  private static Binary packed(Collection<UUID> ids) {
    var bytes = ByteBuffer.allocate(ids.size() * UUID_BYTES);
    ids.forEach(
        id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    return new Binary(bytes.array());
  }

  private static List<UUID> unpacked(@Nullable Binary binary) {
    if (binary == null) {
      return List.of();
    }
    var bytes = ByteBuffer.wrap(binary.getData());
    var ids = new ArrayList<UUID>(bytes.remaining() / UUID_BYTES);
    while (bytes.hasRemaining()) {
      ids.add(new UUID(bytes.getLong(), bytes.getLong()));
    }
    return ids;
  }
}
