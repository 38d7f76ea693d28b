package vn.sen.identity.token;

import static vn.sen.identity.token.AuthorizationDocuments.ACCESS;
import static vn.sen.identity.token.AuthorizationDocuments.CLIENT;
import static vn.sen.identity.token.AuthorizationDocuments.CODE;
import static vn.sen.identity.token.AuthorizationDocuments.DIGEST;
import static vn.sen.identity.token.AuthorizationDocuments.REFRESH;
import static vn.sen.identity.token.AuthorizationDocuments.SID;
import static vn.sen.identity.token.AuthorizationDocuments.SPENT;
import static vn.sen.identity.token.AuthorizationDocuments.SPENT_AT;
import static vn.sen.identity.token.AuthorizationDocuments.SUBJECT;
import static vn.sen.identity.token.AuthorizationDocuments.UNTIL;
import static vn.sen.identity.token.AuthorizationDocuments.VERSION;
import static vn.sen.identity.token.AuthorizationDocuments.digestOf;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import vn.sen.identity.session.EndedSessions;

/**
 * Keeps what people allowed a client by signing in, until the sign-in ends. A change is written
 * only over the version it was read at, so that of two requests with one code or one refresh token
 * one is refused. A refresh token that comes again after it was exchanged is in wrong hands: the
 * session ends.
 *
 * <p>What machines are given is complete in itself and is not kept.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

  private static final int SPENT_KEPT = 300;

  /** A client that asks twice at once has not been robbed. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final MongoCollection<Document> collection;
  private final RegisteredClientRepository clients;
  private final IdTokenHints hints;
  private final EndedSessions ended;
  private final Clock clock;

  Authorizations(
      MongoDatabase database,
      RegisteredClientRepository clients,
      IdTokenHints hints,
      EndedSessions ended,
      Clock clock) {
    this.collection = database.getCollection("authorizations");
    this.clients = clients;
    this.hints = hints;
    this.ended = ended;
    this.clock = clock;
    for (var field :
        List.of(
            digestOf(CODE),
            digestOf(ACCESS),
            digestOf(REFRESH),
            digestOf(SPENT),
            SID,
            SUBJECT,
            UNTIL)) {
      collection.createIndex(Indexes.ascending(field));
    }
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    if (!AuthorizationGrantType.AUTHORIZATION_CODE.equals(
        authorization.getAuthorizationGrantType())) {
      return;
    }
    int version = AuthorizationDocuments.version(authorization);
    var tokens = AuthorizationDocuments.tokens(authorization);
    if (version == 0) {
      var document = AuthorizationDocuments.begun(authorization).append(VERSION, 1);
      document.putAll(tokens);
      collection.insertOne(document);
      return;
    }
    var id = Filters.eq("_id", authorization.getId());
    var before = collection.find(id).first();
    if (before == null
        || collection
                .updateOne(
                    Filters.and(id, Filters.eq(VERSION, version)), change(before, tokens, version))
                .getMatchedCount()
            == 0) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
  }

  private Bson change(Document before, Document tokens, int version) {
    var updates = new ArrayList<Bson>();
    updates.add(Updates.set(VERSION, version + 1));
    tokens.forEach((field, token) -> updates.add(Updates.set(field, token)));
    var old = before.get(REFRESH, Document.class);
    var next = tokens.get(REFRESH, Document.class);
    if (old != null && next != null && !old.getString(DIGEST).equals(next.getString(DIGEST))) {
      updates.add(
          Updates.pushEach(
              SPENT,
              List.of(
                  new Document(DIGEST, old.getString(DIGEST))
                      .append(SPENT_AT, Date.from(clock.instant()))),
              new PushOptions().slice(-SPENT_KEPT)));
    }
    return Updates.combine(updates);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    collection.deleteOne(Filters.eq("_id", authorization.getId()));
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return read(collection.find(Filters.eq("_id", id)).first(), null);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    var digest = Digest.of(token);
    return switch (tokenType == null ? "" : tokenType.getValue()) {
      case OAuth2ParameterNames.CODE -> read(by(digestOf(CODE), digest), token);
      case OAuth2ParameterNames.ACCESS_TOKEN -> read(by(digestOf(ACCESS), digest), token);
      case OAuth2ParameterNames.REFRESH_TOKEN -> byRefreshToken(token, digest);
      case OidcParameterNames.ID_TOKEN -> byIdToken(token);
      case "" -> {
        var found = byRefreshToken(token, digest);
        yield found != null ? found : read(by(digestOf(ACCESS), digest), token);
      }
      default -> null;
    };
  }

  private @Nullable OAuth2Authorization byRefreshToken(String token, String digest) {
    var current = by(digestOf(REFRESH), digest);
    if (current != null) {
      return read(current, token);
    }
    var exchanged = by(digestOf(SPENT), digest);
    if (exchanged != null && isTooLate(exchanged, digest)) {
      ended.end(UUID.fromString(exchanged.getString(SID)));
    }
    return null;
  }

  private boolean isTooLate(Document exchanged, String digest) {
    var since = Date.from(clock.instant().minus(AT_ONCE));
    return exchanged.getList(SPENT, Document.class).stream()
        .anyMatch(
            spent ->
                spent.getString(DIGEST).equals(digest) && spent.getDate(SPENT_AT).before(since));
  }

  private @Nullable OAuth2Authorization byIdToken(String token) {
    return hints.sessionOf(token).map(sid -> read(by(SID, sid.toString()), null)).orElse(null);
  }

  private @Nullable Document by(String field, String value) {
    return collection.find(Filters.eq(field, value)).first();
  }

  private @Nullable OAuth2Authorization read(
      @Nullable Document document, @Nullable String presented) {
    if (document == null || !document.getDate(UNTIL).toInstant().isAfter(clock.instant())) {
      return null;
    }
    var client = clients.findById(document.getString(CLIENT));
    return client == null ? null : AuthorizationDocuments.read(document, client, presented);
  }

  /** A session as a client was told of it. */
  record Told(UUID person, UUID sid, String registeredClientId) {}

  List<Told> ofPerson(UUID person) {
    return told(Filters.eq(SUBJECT, person.toString()));
  }

  List<Told> ofSession(UUID sid) {
    return told(Filters.eq(SID, sid.toString()));
  }

  private List<Told> told(Bson filter) {
    return collection
        .find(filter)
        .map(
            d ->
                new Told(
                    UUID.fromString(d.getString(SUBJECT)),
                    UUID.fromString(d.getString(SID)),
                    d.getString(CLIENT)))
        .into(new ArrayList<>())
        .stream()
        .distinct()
        .toList();
  }

  /** Forgets what has ended. */
  void sweep() {
    collection.deleteMany(Filters.lte(UNTIL, Date.from(clock.instant())));
  }
}
