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
import vn.sen.lending.partner.UpdateController.BatchAnswer;

/**
 * What batches were answered, by the command that their idempotency key makes: the same batch sent
 * again is answered the same, and a key that was used for another one is refused before a line of
 * it is taken. Of a body only its digest is kept, of a line what became of it.
 */
@Component
class BatchAnswers {

  /** A client that has heard nothing for so long does not ask again. */
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final Duration TIDIED_EVERY = Duration.ofHours(1);
  private static final String BODY = "body";
  private static final String ANSWER = "answer";
  private static final String AT = "at";

  private final MongoCollection<Document> answers;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.shared();
  private volatile Instant tidied = Instant.MIN;

  BatchAnswers(MongoDatabase database, Clock clock) {
    this.answers = database.getCollection("batchAnswers");
    this.clock = clock;
    answers.createIndex(Indexes.ascending(AT));
  }

  /**
   * Answers a batch: as it was answered before, or by taking it. An attempt that was cut off is
   * done again, which takes nothing twice; of two at the same time the one that ends first answers
   * for both.
   *
   * @throws KeyReused if the key was used for another batch (422)
   */
  BatchAnswer of(CommandContext by, Supplier<BatchAnswer> take) {
    tidy();
    return begun(by.commandId(), by.bodyHash()).orElseGet(() -> ended(by.commandId(), take.get()));
  }

  /** The answer, if there is one already. */
  private Optional<BatchAnswer> begun(UUID command, String body) {
    answers.updateOne(
        Filters.eq("_id", command),
        Updates.combine(
            Updates.setOnInsert(BODY, body), Updates.setOnInsert(AT, Date.from(clock.instant()))),
        new UpdateOptions().upsert(true));
    var known = Objects.requireNonNull(answers.find(Filters.eq("_id", command)).first());
    if (!body.equals(known.getString(BODY))) {
      throw new KeyReused();
    }
    return Optional.ofNullable(known.get(ANSWER, Binary.class)).map(this::read);
  }

  private BatchAnswer ended(UUID command, BatchAnswer answer) {
    var id = Filters.eq("_id", command);
    answers.updateOne(
        Filters.and(id, Filters.exists(ANSWER, false)),
        Updates.set(ANSWER, new Binary(json.writeValueAsBytes(answer))));
    var stored = answers.find(id).first();
    return stored == null ? answer : read(stored.get(ANSWER, Binary.class));
  }

  private BatchAnswer read(Binary answer) {
    return json.readValue(answer.getData(), BatchAnswer.class);
  }

  private void tidy() {
    var now = clock.instant();
    if (tidied.isBefore(now.minus(TIDIED_EVERY))) {
      tidied = now;
      answers.deleteMany(Filters.lt(AT, Date.from(now.minus(KEPT_FOR))));
    }
  }
}
