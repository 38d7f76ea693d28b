package vn.sen.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What the issuer gave for a session; never leaves the gateway but to the issuer and the services.
 *
 * @param access for the services
 * @param accessDue when it should be renewed
 * @param accessEnds when it is no longer valid
 * @param refresh for the next one, where the issuer gives any
 * @param id tells the issuer who signs out
 */
record Tokens(
    String access, Instant accessDue, Instant accessEnds, @Nullable String refresh, String id) {

  /** Early enough that a request on its way still arrives in time. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Issuers whose tokens live for a minute are not asked with every request. */
  private static final int SHARE_OF_LIFE = 5;

  static Tokens of(
      OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, String id, Instant now) {
    var life =
        Duration.between(
            Objects.requireNonNull(access.getIssuedAt()),
            Objects.requireNonNull(access.getExpiresAt()));
    var share = life.dividedBy(SHARE_OF_LIFE);
    var end = now.plus(life);
    return new Tokens(
        access.getTokenValue(),
        end.minus(share.compareTo(MARGIN) < 0 ? share : MARGIN),
        end,
        refresh == null ? null : refresh.getTokenValue(),
        id);
  }

  boolean areDue(Instant now) {
    return !accessDue.isAfter(now);
  }

  boolean areOver(Instant now) {
    return !accessEnds.isAfter(now);
  }
}
