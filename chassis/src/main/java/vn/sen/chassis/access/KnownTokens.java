package vn.sen.chassis.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Does not verify the same token's signature again while it lives. Tokens that are not valid are
 * never kept.
 */
final class KnownTokens implements JwtDecoder {

  private static final int KEPT = 10_000;

  private final JwtDecoder verifying;
  private final Cache<String, Jwt> valid =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfter(
              Expiry.creating((String _, Jwt token) -> Duration.between(Instant.now(), end(token))))
          .build();

  KnownTokens(JwtDecoder verifying) {
    this.verifying = verifying;
  }

  private static Instant end(Jwt token) {
    var end = token.getExpiresAt();
    return end == null ? Instant.MIN : end;
  }

  @Override
  public Jwt decode(String token) {
    var known = valid.getIfPresent(token);
    if (known != null) {
      return known;
    }
    var decoded = verifying.decode(token);
    if (end(decoded).isAfter(Instant.now())) {
      valid.put(token, decoded);
    }
    return decoded;
  }
}
