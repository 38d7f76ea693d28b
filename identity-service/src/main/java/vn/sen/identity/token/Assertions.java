package vn.sen.identity.token;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Takes each assertion of a client once. Its id is written until it expires; that the id is unique
 * decides between two that come at the same time.
 */
@Component
class Assertions implements OAuth2TokenValidator<Jwt> {

  private static final String EXPIRES = "expires";

  private final MongoCollection<Document> collection;
  private final Duration longest;
  private final Clock clock;

  Assertions(MongoDatabase database, IdentityProperties properties, Clock clock) {
    this.collection = database.getCollection("assertions");
    this.longest = properties.assertionLife();
    this.clock = clock;
    collection.createIndex(Indexes.ascending(EXPIRES));
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt assertion) {
    var expires = assertion.getExpiresAt();
    if (assertion.getId() == null || assertion.getId().isBlank()) {
      return refused("An assertion needs a jti");
    }
    if (expires == null || expires.isAfter(clock.instant().plus(longest))) {
      return refused("An assertion ends within " + longest.toSeconds() + " seconds");
    }
    return isFirst(assertion.getSubject() + "|" + assertion.getId(), expires)
        ? OAuth2TokenValidatorResult.success()
        : refused("This assertion was used before");
  }

  private boolean isFirst(String assertion, Instant expires) {
    try {
      collection.insertOne(
          new Document("_id", Digest.of(assertion)).append(EXPIRES, Date.from(expires)));
      return true;
    } catch (MongoWriteException e) {
      if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private static OAuth2TokenValidatorResult refused(String why) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null));
  }

  /** Forgets what nobody can use again; a minute's difference between clocks is allowed for. */
  void sweep() {
    collection.deleteMany(
        Filters.lt(EXPIRES, Date.from(clock.instant().minus(Duration.ofMinutes(2)))));
  }
}
