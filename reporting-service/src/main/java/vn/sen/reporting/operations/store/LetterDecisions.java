package vn.sen.reporting.operations.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.deadletter.DeadLetterLog.Letter;
import vn.sen.chassis.deadletter.DeadLetterLog.Whole;
import vn.sen.chassis.deadletter.DeadLetterReplay;
import vn.sen.reporting.operations.DeadLettersAway;
import vn.sen.reporting.operations.LetterDecided;
import vn.sen.reporting.operations.LetterDecision;
import vn.sen.reporting.operations.LetterDecision.Choice;

/**
 * Keeps what was decided about dead letters, and has it done. A decision is written first and
 * carried out after; what a crash leaves between is carried out when it is asked for again. A
 * consumer that gets a letter twice counts it once.
 *
 * <p>A letter that stands in its topic twice, after a crash or a rebuild, is one: its origin tells.
 */
public final class LetterDecisions {

  private final MongoCollection<Document> decisions;
  private final DeadLetterReplay replay;

  public LetterDecisions(MongoDatabase database, DeadLetterReplay replay) {
    this.decisions = database.getCollection("dead_letter_decisions");
    this.replay = replay;
  }

  /** The record a letter is about, for the trail: the same for ever. */
  public static UUID id(Letter letter) {
    var place = letter.place();
    return CommandContext.derive(
        place.letters(), Integer.toString(letter.partition()), Long.toString(letter.offset()));
  }

  /** What is decided about which of these letters, by {@link #id}. */
  public Map<UUID, LetterDecision> of(Collection<Letter> letters) {
    var ids = letters.stream().map(LetterDecisions::id).toList();
    var found = new HashMap<UUID, LetterDecision>();
    for (var document : decisions.find(Filters.in("_id", ids))) {
      found.put(document.get("_id", UUID.class), read(document));
    }
    return found;
  }

  /**
   * Decides and has it done.
   *
   * @throws LetterDecided if it was decided before, by another command (409)
   * @throws KeyReused if the command's key was used for another decision (422)
   * @throws DeadLettersAway if the broker does not take it (503); the decision stands, ask again
   */
  public LetterDecision decide(
      Whole whole, Choice choice, @Nullable String reason, CommandContext by) {
    var id = id(whole.letter());
    var decided =
        new Document("_id", id)
            .append("choice", choice.name())
            .append("reason", reason)
            .append("by", by.actor())
            .append("at", Date.from(Instant.now()))
            .append("command", by.commandId())
            .append("body", by.bodyHash())
            .append("done", false);
    var known = insertOrFind(decided);
    if (known != null) {
      requireSame(known, choice, by);
    }
    var decision = read(known == null ? decided : known);
    if (!decision.carriedOut()) {
      carryOut(whole, choice);
      decisions.updateOne(Filters.eq("_id", id), Updates.set("done", true));
    }
    return new LetterDecision(
        decision.choice(), decision.reason(), decision.by(), decision.at(), true);
  }

  private @Nullable Document insertOrFind(Document decided) {
    try {
      decisions.insertOne(decided);
      return null;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return decisions.find(Filters.eq("_id", decided.get("_id"))).first();
    }
  }

  private static void requireSame(Document known, Choice choice, CommandContext by) {
    var before = Choice.valueOf(known.getString("choice"));
    if (by.commandId().equals(known.get("command", UUID.class))) {
      if (!by.bodyHash().equals(known.getString("body"))) {
        throw new KeyReused();
      }
    } else if (before != choice || known.getBoolean("done", false)) {
      throw new LetterDecided(before);
    }
  }

  private void carryOut(Whole whole, Choice choice) {
    var letter = whole.letter();
    if (choice == Choice.DISCARDED && letter.aggregate() == null) {
      return; // nothing waits behind what belongs to no aggregate
    }
    var how =
        switch (choice) {
          case REPLAYED -> DeadLetterReplay.Choice.AGAIN;
          case DISCARDED -> DeadLetterReplay.Choice.GIVE_UP;
        };
    try {
      replay.deliver(letter.place().topic(), letter.place().group(), whole.record(), how);
    } catch (KafkaException e) {
      throw new DeadLettersAway(e);
    }
  }

  private static LetterDecision read(Document document) {
    return new LetterDecision(
        Choice.valueOf(document.getString("choice")),
        document.getString("reason"),
        document.getString("by"),
        document.getDate("at").toInstant(),
        document.getBoolean("done", false));
  }
}
