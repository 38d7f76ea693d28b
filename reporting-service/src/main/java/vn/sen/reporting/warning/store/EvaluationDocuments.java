package vn.sen.reporting.warning.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.sen.chassis.job.Claim;
import vn.sen.reporting.warning.store.Announcer.Told;
import vn.sen.reporting.warning.store.Evaluation.State;

/** Evaluations as documents. */
final class EvaluationDocuments {

  private static final String STATE = "state";
  private static final String OWNER = "owner";
  private static final String BEAT = "beat";
  private static final String AS_OF = "asOf";
  private static final String REQUESTED = "requestedAt";
  private static final String FINISHED = "finishedAt";

  private final MongoCollection<Document> evaluations;

  EvaluationDocuments(MongoDatabase database) {
    this.evaluations = database.getCollection("warning_evaluations");
    evaluations.createIndex(Indexes.ascending(STATE));
  }

  /** Asks for an evaluation; one that was asked for under the id before stays as it is. */
  void request(UUID id, LocalDate asOf, Instant now) {
    try {
      evaluations.insertOne(
          new Document("_id", id)
              .append(STATE, State.WAITING.name())
              .append(AS_OF, asOf.toString())
              .append(REQUESTED, Date.from(now))
              .append(BEAT, 0L));
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  Optional<Evaluation> find(UUID id) {
    return Optional.ofNullable(evaluations.find(eq("_id", id)).first())
        .map(EvaluationDocuments::read);
  }

  private static Evaluation read(Document document) {
    var finished = document.getDate(FINISHED);
    return new Evaluation(
        document.get("_id", UUID.class),
        LocalDate.parse(document.getString(AS_OF)),
        State.valueOf(document.getString(STATE)),
        document.getDate(REQUESTED).toInstant(),
        finished == null ? null : finished.toInstant(),
        document.get("raised", 0L),
        document.get("changed", 0L),
        document.get("lifted", 0L));
  }

  /** Those that are not done, the oldest first. */
  List<Claim> waiting() {
    return evaluations
        .find(in(STATE, State.WAITING.name(), State.RUNNING.name()))
        .sort(Sorts.ascending(REQUESTED))
        .map(d -> new Claim(d.get("_id", UUID.class), d.getString(OWNER), d.getLong(BEAT)))
        .into(new ArrayList<>());
  }

  boolean claim(Claim seen, String owner) {
    var unchanged = and(eq("_id", seen.id()), eq(OWNER, seen.owner()), eq(BEAT, seen.beat()));
    return changed(
        unchanged, combine(set(OWNER, owner), set(STATE, State.RUNNING.name()), inc(BEAT, 1L)));
  }

  /** A sign of life; false if another instance has taken it over. */
  boolean beat(UUID id, String owner) {
    return changed(mine(id, owner), inc(BEAT, 1L));
  }

  void done(UUID id, String owner, Told told, Instant now) {
    changed(
        mine(id, owner),
        combine(
            set(STATE, State.DONE.name()),
            set(FINISHED, Date.from(now)),
            set("raised", told.raised()),
            set("changed", told.changed()),
            set("lifted", told.lifted())));
  }

  void failed(UUID id, Instant now) {
    changed(eq("_id", id), combine(set(STATE, State.FAILED.name()), set(FINISHED, Date.from(now))));
  }

  void forgetBefore(Instant instant) {
    evaluations.deleteMany(lt(REQUESTED, Date.from(instant)));
  }

  private static Bson mine(UUID id, String owner) {
    return and(eq("_id", id), eq(OWNER, owner), eq(STATE, State.RUNNING.name()));
  }

  private boolean changed(Bson which, Bson how) {
    return evaluations.updateOne(which, how).getMatchedCount() == 1;
  }
}
