package vn.sen.chassis.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * HMAC-SHA-256: equal texts have equal hashes, and without the key nobody can try out which text a
 * hash belongs to, however few texts there are.
 */
public final class KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";

  /** Holds the key; only copies of it hash, because one counts for one text at a time. */
  private final Mac prototype;

  KeyedHash(SecretKey key) {
    try {
      this.prototype = Mac.getInstance(ALGORITHM);
      prototype.init(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }

  /** The hash as 43 characters. */
  public String of(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(copy().doFinal(text.getBytes(UTF_8)));
  }

  private Mac copy() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be copied", e);
    }
  }
}
