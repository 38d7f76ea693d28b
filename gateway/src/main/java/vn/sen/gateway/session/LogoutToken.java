package vn.sen.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/**
 * What OpenID Connect Back-Channel Logout 1.0 asks of a logout token. Used again it does nothing
 * but end what is over, so nobody remembers it.
 */
final class LogoutToken implements OAuth2TokenValidator<Jwt> {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final Clock clock;

  private LogoutToken(Clock clock) {
    this.clock = clock;
  }

  static List<OAuth2TokenValidator<Jwt>> checks(String issuer, String client, Clock clock) {
    var type = new JwtTypeValidator(List.of("logout+jwt", "application/logout+jwt", "JWT"));
    type.setAllowEmpty(true);
    return List.of(
        new DelegatingOAuth2TokenValidator<>(
            type,
            new JwtIssuerValidator(issuer),
            new JwtAudienceValidator(client),
            new JwtTimestampValidator()),
        new LogoutToken(clock));
  }

  @Override
  public OAuth2TokenValidatorResult validate(Jwt token) {
    boolean valid =
        isFresh(token)
            && token.getId() != null
            && (token.getSubject() != null || token.hasClaim("sid"))
            && !token.hasClaim("nonce")
            && token.getClaims().get("events") instanceof Map<?, ?> events
            && events.get(EVENT) instanceof Map<?, ?>;
    return valid
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "Not a logout token", null));
  }

  private boolean isFresh(Jwt token) {
    var issued = token.getIssuedAt();
    return issued != null && issued.isAfter(clock.instant().minus(OLDEST));
  }
}
