package vn.sen.identity.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes refresh tokens. Each ends with the sign-in, however often it is exchanged: nobody stays
 * signed in by using the platform.
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  RefreshTokens(Clock clock) {
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
    if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())
        || !((Object) context.getPrincipal() instanceof SignedIn session)) {
      return null;
    }
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new OAuth2RefreshToken(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        clock.instant(),
        session.until());
  }
}
