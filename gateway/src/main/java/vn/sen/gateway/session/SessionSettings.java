package vn.sen.gateway.session;

import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in with a browser, under {@code sen.gateway.sessions}.
 *
 * @param enabled false for a gateway that serves machines only; nothing else is then needed
 * @param clientId the gateway's name at the issuer
 * @param clientSecret its secret there
 * @param scopes what it asks for; other issuers may want {@code offline_access} for refresh tokens
 * @param key 32 random bytes in Base64, the same for all instances; another one ends all sessions
 * @param mongodb the store that all instances share
 * @param database its database
 * @param idle after so long without a request a session is over
 * @param longest after so long it is over in any case
 */
@ConfigurationProperties("sen.gateway.sessions")
record SessionSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("sen-console") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("openid") Set<String> scopes,
    @DefaultValue("") String key,
    @DefaultValue("mongodb://localhost:27017") String mongodb,
    @DefaultValue("sen_gateway") String database,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("12h") Duration longest) {

  private static final int KEY_LENGTH = 32;

  SessionSettings {
    if (enabled && clientSecret.isBlank()) {
      throw new IllegalArgumentException("SEN_GATEWAY_CLIENT_SECRET is needed for sessions");
    }
    if (enabled && decoded(key).length != KEY_LENGTH) {
      throw new IllegalArgumentException(
          "SEN_SESSION_KEY is needed for sessions: 32 random bytes in Base64");
    }
  }

  byte[] keyBytes() {
    return decoded(key);
  }

  /** In either alphabet. */
  private static byte[] decoded(String key) {
    return Base64.getUrlDecoder().decode(key.strip().replace('+', '-').replace('/', '_'));
  }
}
