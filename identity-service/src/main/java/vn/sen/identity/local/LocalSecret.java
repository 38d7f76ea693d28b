package vn.sen.identity.local;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.sen.identity.token.Digest;
import vn.sen.identity.token.IdentityProperties;

/**
 * The secret of one local installation, made at random by what starts it. Whoever knows it gets a
 * token for anybody, so it is refused anywhere else.
 */
@Component
@ConditionalOnProperty("sen.identity.local.secret")
class LocalSecret {

  private final String secret;

  LocalSecret(
      @Value("${sen.identity.local.secret}") String secret,
      @Value("${sen.local:false}") boolean local) {
    if (!local) {
      throw new IllegalStateException("sen.identity.local.secret is refused outside sen.local");
    }
    IdentityProperties.requireStrong("sen.identity.local.secret", secret);
    this.secret = secret;
  }

  String digest() {
    return Digest.of(secret);
  }

  String value() {
    return secret;
  }
}
