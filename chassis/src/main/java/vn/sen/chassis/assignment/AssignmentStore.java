package vn.sen.chassis.assignment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.assignment.Assignment.Outcome;
import vn.sen.chassis.assignment.Assignment.Result;
import vn.sen.chassis.assignment.Assignment.State;
import vn.sen.chassis.assignment.Assignment.Wanted;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.job.Claim;

/**
 * The assignments and what became of each record. The counters and the place in the list of records
 * move on in one write that fails for whoever comes second, so what was cut off, or what two
 * instances work on, counts every record once.
 */
final class AssignmentStore {

  private static final String OWNER = "owner";
  private static final String BEAT = "beat";
  private static final String BODY = "body";
  private static final String STATE = "state";
  private static final String PART = "part";
  private static final String RESULTS = "results";
  private static final String OUTCOME = "outcome";
  private static final String SUCCESSOR = "successor";

  private final MongoCollection<Document> assignments;
  private final MongoCollection<Document> results;

  AssignmentStore(MongoDatabase database) {
    assignments = database.getCollection("splitAssignments");
    results = database.getCollection("splitAssignmentResults");
    assignments.createIndex(Indexes.ascending(STATE));
    results.createIndex(Indexes.ascending("assignment", PART));
  }

  /**
   * How far an assignment has come.
   *
   * @param part how many parts are done
   * @param behind the last record of these; null before the first
   */
  record Place(int part, @Nullable UUID behind) {}

  /**
   * Begins an assignment; one that was begun before stays as it is.
   *
   * @throws KeyReused if that was meant otherwise (422)
   */
  void begin(UUID id, Wanted wanted, CommandContext by, Scope.Reach reach) {
    var document =
        new Document("_id", id)
            .append("unit", wanted.unitId())
            .append(SUCCESSOR, wanted.successorId())
            .append("rule", wanted.rule())
            .append("of", wanted.of())
            .append("again", wanted.again())
            .append("author", by.actor())
            .append(BODY, by.bodyHash())
            .append("createdAt", Date.from(Instant.now()))
            .append(STATE, State.RUNNING.name())
            .append(PART, 0)
            .append(BEAT, 0L);
    if (!reach.everything()) {
      document.append("reach", List.copyOf(reach.units()));
    }
    try {
      assignments.insertOne(document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      if (assignments.countDocuments(and(eq("_id", id), eq(BODY, by.bodyHash()))) == 0) {
        throw new KeyReused();
      }
    }
  }

  Optional<Assignment> find(UUID id) {
    return Optional.ofNullable(assignments.find(eq("_id", id)).first()).map(AssignmentStore::read);
  }

  Place place(UUID id) {
    var document = assignments.find(eq("_id", id)).first();
    return document == null
        ? new Place(0, null)
        : new Place(document.getInteger(PART), document.get("behind", UUID.class));
  }

  List<Claim> waiting() {
    return assignments
        .find(eq(STATE, State.RUNNING.name()))
        .map(d -> new Claim(d.get("_id", UUID.class), d.getString(OWNER), d.getLong(BEAT)))
        .into(new ArrayList<>());
  }

  boolean claim(Claim seen, String owner) {
    var unchanged = and(eq("_id", seen.id()), eq(OWNER, seen.owner()), eq(BEAT, seen.beat()));
    return assignments
            .updateOne(unchanged, combine(set(OWNER, owner), inc(BEAT, 1L)))
            .getModifiedCount()
        == 1;
  }

  /**
   * What is to become of the records of a part, as it was noted by whoever was cut off in it; empty
   * where nobody was.
   */
  List<Result> planned(UUID id, Place from) {
    var begun = results.find(part(id, from)).first();
    var noted = begun == null ? List.<Result>of() : results(begun);
    // an earlier build did not note to whom: what it left is planned anew
    return noted.stream().allMatch(Result::saysToWhom) ? noted : List.of();
  }

  /**
   * Notes what is to become of the records of a part, before any is touched. Whoever stood still
   * since she looked may come second: what was noted, or done, by then stays.
   *
   * @return what is noted now
   */
  List<Result> plan(UUID id, Place from, List<Result> intended) {
    var noted = document(id, from, intended);
    var unsaid = elemMatch(RESULTS, and(eq(OUTCOME, Outcome.ASSIGNED.name()), eq(SUCCESSOR, null)));
    if (results.replaceOne(and(part(id, from), unsaid), noted).getMatchedCount() == 1) {
      return intended;
    }
    return results(
        Objects.requireNonNull(
            results.findOneAndUpdate(
                part(id, from),
                new Document("$setOnInsert", noted),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))));
  }

  private static Bson part(UUID id, Place from) {
    return eq("_id", key(id, from));
  }

  private static String key(UUID id, Place from) {
    return id + "/" + from.part();
  }

  private static Document document(UUID id, Place from, List<Result> part) {
    return new Document("_id", key(id, from))
        .append("assignment", id)
        .append(PART, from.part() + 1)
        .append(RESULTS, part.stream().map(AssignmentStore::document).toList());
  }

  /**
   * A part is done.
   *
   * @return false if somebody else has taken it over, whose results stay
   */
  boolean advance(UUID id, String owner, Place from, List<Result> done) {
    var more = new Document(PART, 1).append(BEAT, 1L);
    done.forEach(r -> more.merge("counts." + r.outcome(), 1L, (a, b) -> (long) a + (long) b));
    var update =
        new Document("$inc", more).append("$set", new Document("behind", done.getLast().id()));
    var mine = and(eq("_id", id), eq(OWNER, owner), eq(PART, from.part()));
    if (assignments.updateOne(mine, update).getModifiedCount() == 0) {
      return false;
    }
    results.replaceOne(part(id, from), document(id, from, done), new ReplaceOptions().upsert(true));
    return true;
  }

  void finish(UUID id, State state, @Nullable String failure) {
    assignments.updateOne(
        and(eq("_id", id), eq(STATE, State.RUNNING.name())),
        combine(set(STATE, state.name()), set("failure", failure)));
  }

  /** The results of the next part behind one; empty behind the last one that is done. */
  List<Result> results(UUID id, int behind) {
    var next =
        results
            .find(and(eq("assignment", id), gt(PART, behind), lte(PART, place(id).part())))
            .sort(Sorts.ascending(PART))
            .first();
    return next == null ? List.of() : results(next);
  }

  private static List<Result> results(Document part) {
    return part.getList(RESULTS, Document.class).stream().map(AssignmentStore::result).toList();
  }

  private static Document document(Result result) {
    return new Document("id", result.id())
        .append(OUTCOME, result.outcome().name())
        .append(SUCCESSOR, result.successorId())
        .append("rule", result.rule());
  }

  private static Result result(Document document) {
    return new Result(
        document.get("id", UUID.class),
        Outcome.valueOf(document.getString(OUTCOME)),
        document.get(SUCCESSOR, UUID.class),
        document.getString("rule"));
  }

  private static Assignment read(Document document) {
    var reach = document.getList("reach", UUID.class);
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    document
        .get("counts", new Document())
        .forEach((outcome, count) -> counts.put(Outcome.valueOf(outcome), (Long) count));
    return new Assignment(
        document.get("_id", UUID.class),
        new Wanted(
            document.get("unit", UUID.class),
            document.get(SUCCESSOR, UUID.class),
            document.getString("rule"),
            document.getList("of", String.class),
            document.getBoolean("again")),
        document.getString("author"),
        reach == null ? Scope.Reach.EVERYTHING : new Scope.Reach(false, Set.copyOf(reach)),
        document.getDate("createdAt").toInstant(),
        State.valueOf(document.getString(STATE)),
        counts,
        document.getString("failure"));
  }
}
