package vn.sen.lending.statement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sen.chassis.job.Claim;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.lending.statement.StatementFile.Task;

/**
 * Statements as files: what was announced, how far the job is, and what it has counted. Progress
 * and counters move on in one write, so a job that was cut off goes on where it was and counts
 * nothing twice.
 */
@Component
class StatementFiles {

  private static final String STATE = "state";
  private static final String TASK = "task";
  private static final String ATTEMPT = "attempt";
  private static final String DISCARDED = "discarded";
  private static final String OWNER = "owner";
  private static final String BEAT = "beat";
  private static final String DONE_CHUNKS = "doneChunks";
  private static final String FORGOTTEN = "forgotten";

  private final MongoCollection<Document> files;
  private final StatementChunks chunks;
  private final DataKeys keys;

  StatementFiles(MongoDatabase database, StatementChunks chunks, DataKeys keys) {
    this.files = database.getCollection("statementFiles");
    this.chunks = chunks;
    this.keys = keys;
    files.createIndex(Indexes.ascending(TASK));
    files.createIndex(Indexes.ascending(FileDocuments.BANK, "announcement.fileId"));
  }

  Optional<StatementFile> find(UUID id) {
    return Optional.ofNullable(files.find(eq("_id", id)).first()).map(FileDocuments::read);
  }

  Optional<StatementFile> find(UUID bank, String fileId) {
    return Optional.ofNullable(
            files
                .find(and(eq(FileDocuments.BANK, bank), eq("announcement.fileId", fileId)))
                .first())
        .map(FileDocuments::read);
  }

  /**
   * Statements, the last announced first.
   *
   * @param bank null for all banks
   * @param before those announced before it; null for all
   */
  List<StatementFile> list(@Nullable UUID bank, @Nullable Instant before, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(bank == null ? new Document() : eq(FileDocuments.BANK, bank));
    if (before != null) {
      filters.add(lt(FileDocuments.ANNOUNCED_AT, Date.from(before)));
    }
    return files
        .find(and(filters))
        .sort(Sorts.descending(FileDocuments.ANNOUNCED_AT))
        .limit(limit)
        .map(FileDocuments::read)
        .into(new ArrayList<>());
  }

  /**
   * Notes an announcement.
   *
   * @return false if the statement was announced before
   */
  boolean announce(
      UUID id, UUID bank, boolean byProvince, Announcement announcement, String actor) {
    try {
      files.insertOne(FileDocuments.announced(id, bank, byProvince, announcement, actor));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Begins to receive the lines. A former attempt that was cut off, or is still under way, can no
   * longer finish.
   *
   * @return false if the lines are not waited for
   */
  boolean receive(UUID id, UUID attempt) {
    var before =
        files.findOneAndUpdate(
            inState(id, StatementState.ANNOUNCED),
            combine(set(ATTEMPT, attempt), unset(DISCARDED)));
    if (before == null) {
      return false;
    }
    var former = before.get(ATTEMPT, UUID.class);
    if (former != null) {
      forget(former);
    }
    return true;
  }

  /**
   * The lines are in; they can be compared, those that the province uploads once they are released.
   *
   * @return false if another attempt to send them has begun since
   */
  boolean received(StatementFile file, UUID attempt, long lines, int chunkCount) {
    var next = file.byProvince() ? StatementState.PROPOSED : StatementState.RUNNING;
    var task = file.byProvince() ? Task.NOTHING : Task.COMPARE;
    return files
            .updateOne(
                and(receivedBy(file.id(), attempt), ne(DISCARDED, true)),
                combine(
                    set(STATE, next.name()),
                    set(TASK, task.name()),
                    set("lines", lines),
                    set("chunks", chunkCount)))
            .getModifiedCount()
        == 1;
  }

  /** Somebody else has agreed to what the province uploaded. Safe to repeat. */
  void release(UUID id) {
    files.updateOne(
        inState(id, StatementState.PROPOSED),
        combine(set(STATE, StatementState.RUNNING.name()), set(TASK, Task.COMPARE.name())));
  }

  /** What the province uploaded and nobody has decided on, as far as is known here. */
  List<StatementFile> proposed() {
    return files
        .find(eq(STATE, StatementState.PROPOSED.name()))
        .map(FileDocuments::read)
        .into(new ArrayList<>());
  }

  /**
   * The attempt came to nothing: it can no longer finish, and nothing of it stays. Nothing happens
   * if it has finished after all. Safe to repeat.
   */
  void discard(UUID id, UUID attempt) {
    boolean open =
        files.updateOne(receivedBy(id, attempt), set(DISCARDED, true)).getMatchedCount() == 1;
    if (!open && files.find(and(eq("_id", id), eq(ATTEMPT, attempt))).first() != null) {
      return;
    }
    forget(attempt);
    files.updateOne(receivedBy(id, attempt), combine(unset(ATTEMPT), unset(DISCARDED)));
  }

  private static Bson receivedBy(UUID id, UUID attempt) {
    return and(inState(id, StatementState.ANNOUNCED), eq(ATTEMPT, attempt));
  }

  private void forget(UUID attempt) {
    keys.destroy(attempt);
    chunks.delete(attempt);
  }

  /**
   * A part is compared.
   *
   * @return false if another instance has taken the job over
   */
  boolean compared(StatementFile file, int chunk, Counts counts, String owner) {
    var mine = and(mine(file.id(), Task.COMPARE, owner), eq(DONE_CHUNKS, chunk));
    var increments = FileDocuments.increments(counts).append(DONE_CHUNKS, 1).append(BEAT, 1L);
    return files.updateOne(mine, new Document("$inc", increments)).getModifiedCount() == 1;
  }

  /**
   * Gives a sign of life.
   *
   * @return false if another instance has taken the job over
   */
  boolean beat(UUID id, Task task, String owner) {
    return files.updateOne(mine(id, task, owner), inc(BEAT, 1L)).getModifiedCount() == 1;
  }

  /**
   * All is compared; the lines are not needed any more, but for what may be taken over from them.
   * Safe to repeat.
   */
  void reconciled(StatementFile file, Reconciliation result) {
    files.updateOne(
        inState(file.id(), StatementState.RUNNING),
        combine(
            set(STATE, StatementState.RECONCILED.name()),
            set(TASK, Task.NOTHING.name()),
            set(FileDocuments.RESULT, FileDocuments.document(result))));
    boolean mayBeNeeded =
        file.byProvince()
            && result.differences().stream()
                .anyMatch(sum -> Statement.OF_LINES.contains(sum.cause()));
    if (!mayBeNeeded) {
      forgetLines(file);
    }
  }

  /** What its lines say is not needed any more. */
  void forgetLines(StatementFile file) {
    if (file.attempt() != null) {
      chunks.delete(file.attempt());
    }
  }

  /** Loans are to be restated. */
  boolean restate(UUID id) {
    return files
            .updateOne(
                and(inState(id, StatementState.RECONCILED), eq(TASK, Task.NOTHING.name())),
                set(TASK, Task.RESTATE.name()))
            .getModifiedCount()
        == 1;
  }

  /** What was to be done is done. */
  void done(UUID id, Task task) {
    files.updateOne(and(eq("_id", id), eq(TASK, task.name())), set(TASK, Task.NOTHING.name()));
  }

  /**
   * The job cannot go on.
   *
   * @param rule the name of the rule that refuses it, or null
   */
  void fail(UUID id, @Nullable String rule) {
    files.updateOne(
        and(eq("_id", id), eq(TASK, Task.COMPARE.name())),
        combine(
            set(STATE, StatementState.FAILED.name()),
            set(TASK, Task.NOTHING.name()),
            set(FileDocuments.FAILURE, rule)));
  }

  /**
   * Ends a statement: what it says of people is forgotten. Safe to repeat.
   *
   * @return false if it is in none of the states
   */
  boolean end(UUID id, Collection<StatementState> from, StatementState to) {
    var possible = EnumSet.copyOf(from);
    possible.add(to);
    var before =
        files.findOneAndUpdate(
            and(
                eq("_id", id),
                in(STATE, possible.stream().map(StatementState::name).toList()),
                eq(TASK, Task.NOTHING.name())),
            set(STATE, to.name()));
    if (before == null) {
      return false;
    }
    forgetPeople(before);
    return true;
  }

  private void forgetPeople(Document file) {
    var attempt = file.get(ATTEMPT, UUID.class);
    if (attempt != null) {
      forget(attempt);
    }
    files.updateOne(eq("_id", file.get("_id", UUID.class)), set(FORGOTTEN, true));
  }

  /**
   * An attempt to send lines.
   *
   * @param parts that have come so far
   */
  record Upload(UUID attempt, long parts) {}

  /** The attempts to send lines that are under way, or broke off, by their statement. */
  Map<UUID, Upload> uploads() {
    Map<UUID, Upload> uploads = new HashMap<>();
    for (var file :
        files.find(and(eq(STATE, StatementState.ANNOUNCED.name()), ne(ATTEMPT, null)))) {
      var attempt = file.get(ATTEMPT, UUID.class);
      uploads.put(file.get("_id", UUID.class), new Upload(attempt, chunks.count(attempt)));
    }
    return uploads;
  }

  /** Forgets the people of statements that are long done; what was found stays. */
  void forgetOld(Instant before) {
    var old =
        and(
            eq(TASK, Task.NOTHING.name()),
            ne(STATE, StatementState.ANNOUNCED.name()),
            lt(FileDocuments.ANNOUNCED_AT, Date.from(before)),
            ne(FORGOTTEN, true));
    files.find(old).forEach(this::forgetPeople);
  }

  /** Statements with something to do, and a sign of life of whoever does it. */
  List<Claim> waiting() {
    return files
        .find(in(TASK, List.of(Task.COMPARE.name(), Task.RESTATE.name())))
        .map(d -> new Claim(d.get("_id", UUID.class), d.getString(OWNER), d.getLong(BEAT)))
        .into(new ArrayList<>());
  }

  /** Takes a job on, unless another instance was faster. */
  boolean claim(Claim seen, String owner) {
    var unchanged = and(eq("_id", seen.id()), eq(OWNER, seen.owner()), eq(BEAT, seen.beat()));
    return files.updateOne(unchanged, combine(set(OWNER, owner), inc(BEAT, 1L))).getModifiedCount()
        == 1;
  }

  private static Bson mine(UUID id, Task task, String owner) {
    return and(eq("_id", id), eq(TASK, task.name()), eq(OWNER, owner));
  }

  private static Bson inState(UUID id, StatementState state) {
    return and(eq("_id", id), eq(STATE, state.name()));
  }
}
