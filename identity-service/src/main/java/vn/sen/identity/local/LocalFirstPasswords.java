package vn.sen.identity.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.sen.identity.signin.FirstPasswords;

/**
 * On a developer's machine everybody who was given no password has one that follows from the
 * installation's secret and her name: hundreds of people cost no hashing until they sign in.
 */
@Component
@ConditionalOnProperty("sen.identity.local.secret")
class LocalFirstPasswords implements FirstPasswords {

  private static final String PURPOSE = "sen-first-password:";
  private static final int LENGTH = 20;

  private final LocalSecret secret;

  LocalFirstPasswords(LocalSecret secret) {
    this.secret = secret;
  }

  @Override
  public Optional<String> of(String name) {
    return Optional.of(derive(secret.value(), name));
  }

  /** The first characters of Base64url(HMAC-SHA256(secret, purpose and name)). */
  static String derive(String secret, String name) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var bytes = mac.doFinal((PURPOSE + name).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
