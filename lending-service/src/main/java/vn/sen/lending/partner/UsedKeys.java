package vn.sen.lending.partner;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.command.KeyReused;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.lending.partner.UpdateController.BatchAnswer;

/**
 * What idempotency keys were used for, where no aggregate remembers it, by the command that they
 * make: the same batch sent again is answered the same, and a key that was used for another body is
 * refused before anything is done. Of a body only its digest is kept, of a batch's line what became
 * of it.
 */
@Component
public class UsedKeys {

  /** A client that has heard nothing for so long does not ask again. */
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final Duration TIDIED_EVERY = Duration.ofHours(1);
  private static final String BODY = "body";
  private static final String ANSWER = "answer";
  private static final String AT = "at";

  private final MongoCollection<Document> keys;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.shared();
  private volatile Instant tidied = Instant.MIN;

  UsedKeys(MongoDatabase database, Clock clock) {
    // named after what was the first to be kept there
    this.keys = database.getCollection("batchAnswers");
    this.clock = clock;
    keys.createIndex(Indexes.ascending(AT));
  }

  /**
   * Answers a batch: as it was answered before, or by taking it. An attempt that was cut off is
   * done again, which takes nothing twice; of two at the same time the one that ends first answers
   * for both.
   *
   * @throws KeyReused if the key was used for another batch (422)
   */
  BatchAnswer answer(CommandContext by, Supplier<BatchAnswer> take) {
    return begun(by).orElseGet(() -> ended(by.commandId(), take.get()));
  }

  /**
   * Does what is safe to repeat, under one key always with one body. What is refused leaves the key
   * free.
   *
   * @throws KeyReused if the key was used for another body (422)
   */
  public <T> T with(CommandContext by, Supplier<T> repeatable) {
    begun(by);
    try {
      return repeatable.get();
    } catch (RuleViolation refusal) {
      keys.deleteOne(Filters.eq("_id", by.commandId()));
      throw refusal;
    }
  }

  /** The answer, if there is one already. */
  private Optional<BatchAnswer> begun(CommandContext by) {
    tidy();
    var command = by.commandId();
    keys.updateOne(
        Filters.eq("_id", command),
        Updates.combine(
            Updates.setOnInsert(BODY, by.bodyHash()),
            Updates.setOnInsert(AT, Date.from(clock.instant()))),
        new UpdateOptions().upsert(true));
    var known = Objects.requireNonNull(keys.find(Filters.eq("_id", command)).first());
    if (!by.bodyHash().equals(known.getString(BODY))) {
      throw new KeyReused();
    }
    return Optional.ofNullable(known.get(ANSWER, Binary.class)).map(this::read);
  }

  private BatchAnswer ended(UUID command, BatchAnswer answer) {
    var id = Filters.eq("_id", command);
    keys.updateOne(
        Filters.and(id, Filters.exists(ANSWER, false)),
        Updates.set(ANSWER, new Binary(json.writeValueAsBytes(answer))));
    var stored = keys.find(id).first();
    return stored == null ? answer : read(stored.get(ANSWER, Binary.class));
  }

  private BatchAnswer read(Binary answer) {
    return json.readValue(answer.getData(), BatchAnswer.class);
  }

  private void tidy() {
    var now = clock.instant();
    if (tidied.isBefore(now.minus(TIDIED_EVERY))) {
      tidied = now;
      keys.deleteMany(Filters.lt(AT, Date.from(now.minus(KEPT_FOR))));
    }
  }
}
