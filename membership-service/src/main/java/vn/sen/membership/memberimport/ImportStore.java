package vn.sen.membership.memberimport;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.privacy.DataKeys;

/**
 * Imports, their rows in chunks, and the errors found. Each attempt to send a file has a key of its
 * own, under which its rows are encrypted; with the key they are forgotten wherever copies lie. A
 * chunk is what a run does at a time: when it is done, the counters and the number of chunks done
 * move on in one write, so a run that was cut off goes on where it was.
 */
@Component
class ImportStore {

  /** States in which nothing happens unless somebody comes back; and the end of it. */
  private static final List<String> EXPIRING =
      Stream.of(ImportState.VALIDATED, ImportState.INVALID, ImportState.FAILED, ImportState.EXPIRED)
          .map(ImportState::name)
          .toList();

  private static final String ATTEMPT = "attempt";
  private static final String DISCARDED = "discarded";

  private final MongoCollection<Document> imports;
  private final MongoCollection<Document> chunks;
  private final MongoCollection<Document> errors;
  private final DataKeys keys;

  ImportStore(MongoDatabase database, DataKeys keys) {
    this.keys = keys;
    imports = database.getCollection("memberImports");
    chunks = database.getCollection("memberImportChunks");
    errors = database.getCollection("memberImportErrors");
    imports.createIndex(Indexes.ascending("state"));
    chunks.createIndex(Indexes.ascending("import"));
    errors.createIndex(Indexes.ascending("import"));
  }

  Optional<MemberImport> find(UUID id) {
    return Optional.ofNullable(imports.find(eq("_id", id)).first()).map(ImportStore::read);
  }

  /** The digest of the file that an import was made of; empty while it is being received. */
  Optional<String> digest(UUID id) {
    return Optional.ofNullable(imports.find(eq("_id", id)).first()).map(d -> d.getString("digest"));
  }

  /**
   * Begins to receive a file. A former attempt that was cut off, or is still under way, can no
   * longer finish.
   *
   * @return false if the import has been received before
   */
  boolean receive(UUID id, UUID attempt, String name, String by, Scope.Reach reach) {
    var document =
        new Document("_id", id)
            .append(ATTEMPT, attempt)
            .append("name", name)
            .append("state", ImportState.RECEIVING.name())
            .append("rows", 0L)
            .append("chunks", 0)
            .append("doneChunks", 0)
            .append("checked", 0L)
            .append("invalid", 0L)
            .append("imported", 0L)
            .append("refused", 0L)
            .append("createdAt", Date.from(Instant.now()))
            .append("createdBy", by)
            .append("beat", 0L);
    if (!reach.everything()) {
      document.append("reach", List.copyOf(reach.units()));
    }
    try {
      imports.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
    var before = imports.findOneAndReplace(inState(id, ImportState.RECEIVING), document);
    if (before == null) {
      return false;
    }
    forget(id, before.get(ATTEMPT, UUID.class));
    return true;
  }

  void addChunk(UUID id, UUID attempt, int number, List<RawRow> rows) {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      for (var row : rows) {
        var fields = new ArrayList<String>(row.values().size() + 1);
        fields.add(Long.toString(row.number()));
        fields.addAll(row.values());
        csv.writeRecord(fields);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var chunk = chunkId(attempt, number);
    chunks.insertOne(
        new Document("_id", chunk)
            .append("import", id)
            .append(ATTEMPT, attempt)
            .append("rows", new Binary(keys.make(attempt).seal(chunk, text.toString()))));
  }

  /**
   * The file is in; the dry run can begin.
   *
   * @return false if another attempt to send the file has begun since
   */
  boolean received(UUID id, UUID attempt, long rows, int chunkCount, String digest) {
    return imports
            .updateOne(
                and(receivedBy(id, attempt), ne(DISCARDED, true)),
                combine(
                    set("state", ImportState.VALIDATING.name()),
                    set("rows", rows),
                    set("chunks", chunkCount),
                    set("digest", digest)))
            .getModifiedCount()
        == 1;
  }

  /**
   * The attempt came to nothing: it can no longer finish, and nothing of it stays. Nothing happens
   * if it has finished after all. Safe to repeat.
   */
  void discard(UUID id, UUID attempt) {
    boolean open =
        imports.updateOne(receivedBy(id, attempt), set(DISCARDED, true)).getMatchedCount() == 1;
    if (!open && imports.find(and(eq("_id", id), eq(ATTEMPT, attempt))).first() != null) {
      return;
    }
    forget(id, attempt);
    imports.deleteOne(receivedBy(id, attempt));
  }

  private void forget(UUID id, UUID attempt) {
    keys.destroy(attempt);
    chunks.deleteMany(and(eq("import", id), eq(ATTEMPT, attempt)));
  }

  private static Bson receivedBy(UUID id, UUID attempt) {
    return and(inState(id, ImportState.RECEIVING), eq(ATTEMPT, attempt));
  }

  private static String chunkId(UUID attempt, int number) {
    return attempt + "/" + number;
  }

  List<RawRow> chunk(MemberImport of, int number) {
    var id = chunkId(of.attempt(), number);
    var document = chunks.find(eq("_id", id)).first();
    if (document == null) {
      throw new IllegalStateException("Chunk " + number + " of " + of.id() + " is missing");
    }
    var text = keys.get(of.attempt()).open(id, document.get("rows", Binary.class).getData());
    try (var csv = CsvReader.builder().ofCsvRecord(text)) {
      return csv.stream().map(ImportStore::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawRow row(CsvRecord record) {
    var fields = record.getFields();
    return new RawRow(Long.parseLong(fields.getFirst()), fields.subList(1, fields.size()));
  }

  /**
   * Moves an import from one state to another.
   *
   * @return false if it is not in the state expected
   */
  boolean move(UUID id, ImportState from, ImportState to) {
    var update = combine(set("state", to.name()), set("doneChunks", 0));
    return imports.updateOne(inState(id, from), update).getModifiedCount() == 1;
  }

  /**
   * An import cannot go on.
   *
   * @param rule the name of the rule that refuses it
   */
  void fail(UUID id, ImportState from, String rule) {
    imports.updateOne(
        inState(id, from), combine(set("state", ImportState.FAILED.name()), set("failure", rule)));
  }

  /** Begins the dry run again: its checks across rows need all rows. */
  void restartValidation(UUID id) {
    errors.deleteMany(eq("import", id));
    imports.updateOne(
        inState(id, ImportState.VALIDATING),
        combine(set("doneChunks", 0), set("checked", 0L), set("invalid", 0L)));
  }

  /**
   * The dry run of a chunk is done.
   *
   * @return false if another instance has taken the import over
   */
  boolean validated(UUID id, int chunk, int rows, List<RowError> found, String owner) {
    putErrors(id, "dry/" + chunk, found);
    return advance(
        id,
        ImportState.VALIDATING,
        chunk,
        owner,
        new Document("checked", (long) rows).append("invalid", distinctRows(found)));
  }

  /**
   * A chunk is imported.
   *
   * @return false if another instance has taken the import over
   */
  boolean imported(UUID id, int chunk, long imported, List<RowError> refused, String owner) {
    putErrors(id, "real/" + chunk, refused);
    return advance(
        id,
        ImportState.RUNNING,
        chunk,
        owner,
        new Document("imported", imported).append("refused", distinctRows(refused)));
  }

  private boolean advance(
      UUID id, ImportState state, int chunk, String owner, Document increments) {
    var mine = and(inState(id, state), eq("owner", owner), eq("doneChunks", chunk));
    increments.append("doneChunks", 1).append("beat", 1L);
    return imports.updateOne(mine, new Document("$inc", increments)).getModifiedCount() == 1;
  }

  /** The rows of a chunk that the dry run found invalid. */
  Set<Long> invalidRows(UUID id, int chunk) {
    var document = errors.find(eq("_id", id + "/dry/" + chunk)).first();
    return document == null
        ? Set.of()
        : document.getList("errors", Document.class).stream()
            .map(ImportStore::error)
            .map(RowError::row)
            .collect(Collectors.toSet());
  }

  private static long distinctRows(List<RowError> found) {
    return found.stream().mapToLong(RowError::row).distinct().count();
  }

  private void putErrors(UUID id, String key, List<RowError> found) {
    if (!found.isEmpty()) {
      errors.replaceOne(
          eq("_id", id + "/" + key),
          new Document("_id", id + "/" + key)
              .append("import", id)
              .append("firstRow", found.getFirst().row())
              .append("errors", found.stream().map(ImportStore::document).toList()),
          new ReplaceOptions().upsert(true));
    }
  }

  /** Hands over all errors in the order of their rows. */
  void eachError(UUID id, Consumer<RowError> consumer) {
    for (var document : errors.find(eq("import", id)).sort(Sorts.ascending("firstRow"))) {
      document.getList("errors", Document.class).stream().map(ImportStore::error).forEach(consumer);
    }
  }

  /** The rows are not needed any more: personal data is not kept twice. */
  void forgetRows(UUID id) {
    chunks.distinct(ATTEMPT, eq("import", id), UUID.class).forEach(keys::destroy);
    chunks.deleteMany(eq("import", id));
  }

  /** Imports on which work waits, or was begun, with a sign of life of whoever works on them. */
  List<Claim> waiting() {
    var active = List.of(ImportState.VALIDATING.name(), ImportState.RUNNING.name());
    return imports.find(in("state", active)).map(ImportStore::claim).into(new ArrayList<>());
  }

  private static Claim claim(Document document) {
    return new Claim(
        document.get("_id", UUID.class), document.getString("owner"), document.getLong("beat"));
  }

  /** Takes an import on, unless another instance was faster. */
  boolean claim(Claim seen, String owner) {
    var unchanged = and(eq("_id", seen.id()), eq("owner", seen.owner()), eq("beat", seen.beat()));
    return imports
            .updateOne(unchanged, combine(set("owner", owner), inc("beat", 1L)))
            .getModifiedCount()
        == 1;
  }

  /** The attempts to send a file that are under way, or broke off, by the import they make. */
  Map<UUID, UUID> uploads() {
    Map<UUID, UUID> uploads = new HashMap<>();
    for (var document : imports.find(eq("state", ImportState.RECEIVING.name()))) {
      uploads.put(document.get("_id", UUID.class), document.get(ATTEMPT, UUID.class));
    }
    return uploads;
  }

  /**
   * Forgets the rows of files that were checked, or failed, and left; what was found in them stays.
   * Cut off half way, it goes on the next time.
   */
  void expire(Instant before) {
    var left =
        and(in("state", EXPIRING), lt("createdAt", Date.from(before)), ne("rowsForgotten", true));
    for (var found : imports.find(left)) {
      var id = found.get("_id", UUID.class);
      var state = ImportState.valueOf(found.getString("state"));
      if (state == ImportState.EXPIRED || move(id, state, ImportState.EXPIRED)) {
        forgetRows(id);
        imports.updateOne(eq("_id", id), set("rowsForgotten", true));
      }
    }
  }

  private static Bson inState(UUID id, ImportState state) {
    return and(eq("_id", id), eq("state", state.name()));
  }

  private static MemberImport read(Document document) {
    var reach = document.getList("reach", UUID.class);
    return new MemberImport(
        document.get("_id", UUID.class),
        document.get(ATTEMPT, UUID.class),
        document.getString("name"),
        ImportState.valueOf(document.getString("state")),
        document.getLong("rows"),
        document.getInteger("chunks"),
        document.getInteger("doneChunks"),
        document.getLong("checked"),
        document.getLong("invalid"),
        document.getLong("imported"),
        document.getLong("refused"),
        document.getString("failure"),
        document.getDate("createdAt").toInstant(),
        document.getString("createdBy"),
        reach == null ? Scope.Reach.EVERYTHING : new Scope.Reach(false, Set.copyOf(reach)));
  }

  private static Document document(RowError error) {
    return new Document("row", error.row())
        .append("column", error.column())
        .append("rule", error.rule())
        .append("arguments", error.arguments());
  }

  private static RowError error(Document document) {
    return new RowError(
        document.getLong("row"),
        document.getString("column"),
        document.getString("rule"),
        document.getList("arguments", String.class));
  }
}
