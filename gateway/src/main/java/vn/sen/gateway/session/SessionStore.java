package vn.sen.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.gateway.problem.Refusal;

/**
 * Sessions in MongoDB, for all instances of the gateway. Without the browser's cookie and the
 * operator's key the tokens in it cannot be read.
 */
final class SessionStore {

  private static final Duration FOREVER = Duration.ofMillis(Long.MAX_VALUE);

  private final MongoCollection<Document> sessions;
  private final JsonMapper json;
  private final Mono<Void> indexes;

  SessionStore(MongoClient client, SessionSettings settings, JsonMapper json) {
    this.sessions =
        client
            .getDatabase(settings.database())
            .getCollection("sessions")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.json = json;
    this.indexes =
        Flux.just("subject", "sid", "ends")
            .concatMap(field -> sessions.createIndex(Indexes.ascending(field)))
            .then()
            .cache(_ -> FOREVER, _ -> Duration.ZERO, () -> FOREVER);
  }

  /** Keeps a new one, and forgets those that are over. */
  Mono<Void> add(SessionId id, Session session) {
    var document =
        new Document("_id", id.digest())
            .append("subject", session.subject())
            .append("sid", session.sid())
            .append("begun", Date.from(session.begun()))
            .append("used", Date.from(session.used()))
            .append("ends", Date.from(session.ends()))
            .append("version", session.version())
            .append("tokens", sealed(id, session.tokens()));
    return indexes
        .then(done(sessions.deleteMany(lt("ends", Date.from(session.begun())))))
        .then(done(sessions.insertOne(document)));
  }

  Mono<Session> find(SessionId id) {
    return one(sessions.find(eq("_id", id.digest())).first()).flatMap(found -> read(id, found));
  }

  Mono<Void> note(SessionId id, Session used) {
    return done(
        sessions.updateOne(
            eq("_id", id.digest()),
            combine(set("used", Date.from(used.used())), set("ends", Date.from(used.ends())))));
  }

  /**
   * Lets one of all who want to renew a session's tokens do it; whoever does not come to an end
   * with it before {@code until} loses the right.
   */
  Mono<Boolean> mayRenew(SessionId id, Session session, Instant now, Instant until) {
    var free = Filters.or(Filters.exists("renewal", false), Filters.lte("renewal", Date.from(now)));
    return one(sessions.updateOne(
            and(version(id, session.version()), free), set("renewal", Date.from(until))))
        .map(result -> result.getModifiedCount() == 1);
  }

  /** Keeps the new tokens unless the session has ended or got others meanwhile. */
  Mono<Void> renew(SessionId id, Session renewed) {
    return done(
        sessions.updateOne(
            version(id, renewed.version() - 1),
            combine(
                set("tokens", sealed(id, renewed.tokens())),
                set("version", renewed.version()),
                unset("renewal"))));
  }

  Mono<Void> giveUpRenewal(SessionId id, Session session) {
    return done(sessions.updateOne(version(id, session.version()), unset("renewal")));
  }

  Mono<Void> remove(SessionId id) {
    return done(sessions.deleteOne(eq("_id", id.digest())));
  }

  Mono<Void> removeAllOf(String subject) {
    return done(sessions.deleteMany(eq("subject", subject)));
  }

  Mono<Void> removeSignIn(String sid) {
    return done(sessions.deleteMany(eq("sid", sid)));
  }

  private static Bson version(SessionId id, long version) {
    return and(eq("_id", id.digest()), eq("version", version));
  }

  private Binary sealed(SessionId id, Tokens tokens) {
    return new Binary(id.seal(json.writeValueAsBytes(tokens)));
  }

  private Mono<Session> read(SessionId id, Document found) {
    Optional<Tokens> tokens =
        id.open(found.get("tokens", Binary.class).getData())
            .map(plain -> json.readValue(plain, Tokens.class));
    return Mono.justOrEmpty(tokens)
        .map(
            opened ->
                new Session(
                    found.getString("subject"),
                    found.getString("sid"),
                    found.getDate("begun").toInstant(),
                    found.getDate("used").toInstant(),
                    found.getDate("ends").toInstant(),
                    found.getLong("version"),
                    opened));
  }

  private static <T> Mono<T> one(Publisher<T> answer) {
    return Mono.from(answer)
        .onErrorMap(MongoException.class, e -> Refusal.unavailable("sessions", e));
  }

  private static Mono<Void> done(Publisher<?> answer) {
    return one(answer).then();
  }
}
