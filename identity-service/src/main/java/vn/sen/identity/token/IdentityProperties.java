package vn.sen.identity.token;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * What an operator tells the issuer.
 *
 * @param issuer its URL as clients see it, behind the gateway; the path is where it is mounted
 * @param keys a JWK set with private RSA keys; the first signs, all are published
 * @param accessTokenLife at most five minutes
 * @param sessionLife how long a sign-in lasts at most
 * @param assertionLife how far ahead a client's assertion may end
 * @param gateway the client through which people sign in, or null where there is none
 */
@ConfigurationProperties("sen.identity")
public record IdentityProperties(
    URI issuer,
    @Nullable Resource keys,
    @DefaultValue("5m") Duration accessTokenLife,
    @DefaultValue("12h") Duration sessionLife,
    @DefaultValue("5m") Duration assertionLife,
    @Nullable Gateway gateway) {

  private static final Duration LONGEST_ACCESS_TOKEN = Duration.ofMinutes(5);
  private static final int SHORTEST_SECRET = 32;

  public IdentityProperties {
    if (accessTokenLife.compareTo(LONGEST_ACCESS_TOKEN) > 0) {
      throw new IllegalArgumentException("sen.identity.access-token-life is at most 5 minutes");
    }
  }

  /**
   * The gateway's client.
   *
   * @param clientSecret at least 32 characters, the same as the gateway is told
   * @param redirectUris where it takes authorization codes
   * @param postLogoutRedirectUris where people come back to after signing out
   * @param backChannelLogoutUri where it is told that a session is over
   */
  public record Gateway(
      @DefaultValue("sen-console") String clientId,
      String clientSecret,
      List<String> redirectUris,
      @DefaultValue List<String> postLogoutRedirectUris,
      @Nullable URI backChannelLogoutUri) {

    public Gateway {
      requireStrong("sen.identity.gateway.client-secret", clientSecret);
    }
  }

  /** How long tokens live, whoever's they are. */
  public TokenSettings tokenSettings() {
    return TokenSettings.builder()
        .accessTokenTimeToLive(accessTokenLife)
        .reuseRefreshTokens(false)
        .build();
  }

  /** Secrets are made, never thought up. */
  public static void requireStrong(String property, @Nullable String secret) {
    if (secret == null || secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          property + " has to be random and at least " + SHORTEST_SECRET + " characters long");
    }
  }
}
