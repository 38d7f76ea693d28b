package vn.sen.chassis.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Knows whose a token is, and does not verify and read the same one again while it lives. Tokens
 * that are not valid are never kept.
 */
final class KnownTokens {

  private static final int KEPT = 10_000;

  private final JwtDecoder verifying;
  private final Cache<String, Known> valid =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfter(
              Expiry.creating(
                  (String _, Known token) -> Duration.between(Instant.now(), token.end())))
          .build();

  /** Whose a token is, and until when. */
  record Known(Caller caller, Instant end) {}

  KnownTokens(JwtDecoder verifying) {
    this.verifying = verifying;
  }

  /**
   * Whose the token is.
   *
   * @throws org.springframework.security.oauth2.jwt.BadJwtException if it is not valid
   */
  Known of(String token) {
    var known = valid.getIfPresent(token);
    return known == null ? verified(token) : known;
  }

  private Known verified(String token) {
    var decoded = verifying.decode(token);
    var now = Instant.now();
    var end = decoded.getExpiresAt();
    var known = new Known(CallerClaims.read(decoded), end == null ? now : end);
    if (known.end().isAfter(now)) {
      valid.put(token, known);
    }
    return known;
  }
}
