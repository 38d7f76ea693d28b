package vn.sen.membership.memberimport;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.sen.chassis.job.Claim;

/**
 * How far withdrawals have come, and whom they left. The counters and the next row move on in one
 * write that fails for whoever comes second, so a withdrawal that was cut off, or that two
 * instances work on, counts every member once.
 */
@Component
class WithdrawalProgress {

  private static final String OWNER = "owner";
  private static final String BEAT = "beat";

  private final MongoCollection<Document> runs;
  private final MongoCollection<Document> kept;

  WithdrawalProgress(MongoDatabase database) {
    runs = database.getCollection("importWithdrawalRuns");
    kept = database.getCollection("importWithdrawalKept");
    kept.createIndex(Indexes.ascending("withdrawal", "firstRow"));
  }

  /**
   * @param nextRow the first row of the file that was not looked at yet
   */
  record Position(long nextRow, long withdrawn, long kept) {

    private static final Position BEGINNING = new Position(1, 0, 0);

    long members() {
      return withdrawn + kept;
    }

    Position after(long rows, long moreWithdrawn, long moreKept) {
      return new Position(nextRow + rows, withdrawn + moreWithdrawn, kept + moreKept);
    }
  }

  Position of(UUID withdrawal) {
    var run = runs.find(eq("_id", withdrawal)).first();
    return run == null
        ? Position.BEGINNING
        : new Position(run.getLong("nextRow"), run.getLong("withdrawn"), run.getLong("kept"));
  }

  void begin(UUID withdrawal) {
    runs.updateOne(
        eq("_id", withdrawal),
        Updates.setOnInsert(document(Position.BEGINNING)),
        new UpdateOptions().upsert(true));
  }

  /** Who works on a withdrawal. */
  Claim claim(UUID withdrawal) {
    var run = runs.find(eq("_id", withdrawal)).first();
    return run == null
        ? new Claim(withdrawal, null, 0)
        : new Claim(withdrawal, run.getString(OWNER), run.get(BEAT, 0L));
  }

  /** Takes a withdrawal on, unless another instance was faster. */
  boolean claim(Claim seen, String owner) {
    begin(seen.id());
    var beat = seen.beat() == 0 ? in(BEAT, null, 0L) : eq(BEAT, seen.beat());
    var unchanged = and(eq("_id", seen.id()), eq(OWNER, seen.owner()), beat);
    return runs.updateOne(
                unchanged, Updates.combine(Updates.set(OWNER, owner), Updates.inc(BEAT, 1L)))
            .getModifiedCount()
        == 1;
  }

  /**
   * Moves on.
   *
   * @param left the members of these rows that were left
   * @return false if somebody else has moved on before
   */
  boolean advance(UUID withdrawal, Position from, Position to, List<UUID> left) {
    if (!left.isEmpty()) {
      var key = withdrawal + "/" + from.nextRow();
      kept.replaceOne(
          eq("_id", key),
          new Document("_id", key)
              .append("withdrawal", withdrawal)
              .append("firstRow", from.nextRow())
              .append("members", left),
          new ReplaceOptions().upsert(true));
    }
    return runs.updateOne(
                and(eq("_id", withdrawal), eq("nextRow", from.nextRow())),
                new Document("$set", document(to)).append("$inc", new Document(BEAT, 1L)))
            .getModifiedCount()
        == 1;
  }

  private static Document document(Position position) {
    return new Document("nextRow", position.nextRow())
        .append("withdrawn", position.withdrawn())
        .append("kept", position.kept());
  }

  /** The next part of the list of members that were left, after a row; empty at its end. */
  Part left(UUID withdrawal, long afterRow) {
    var next =
        kept.find(and(eq("withdrawal", withdrawal), gt("firstRow", afterRow)))
            .sort(Sorts.ascending("firstRow"))
            .first();
    return next == null
        ? new Part(0, List.of())
        : new Part(next.getLong("firstRow"), next.getList("members", UUID.class));
  }

  /**
   * @param firstRow where it begins
   */
  record Part(long firstRow, List<UUID> members) {}
}
