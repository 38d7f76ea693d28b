package vn.sen.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whose a valid token is.
 *
 * @param client the program
 * @param subject whom it acts for, or itself
 * @param ends when the token is no longer valid
 */
record Bearer(String client, String subject, Instant ends) {

  static Bearer of(Jwt token) {
    var subject = Objects.requireNonNull(token.getSubject());
    var client = token.getClaimAsString("client_id");
    return new Bearer(
        client == null ? subject : client, subject, Objects.requireNonNull(token.getExpiresAt()));
  }

  Duration timeLeft() {
    return Duration.between(Instant.now(), ends);
  }
}
