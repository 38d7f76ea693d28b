package vn.sen.reporting.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is kept of a secret. The secret is 256 random bits, which nobody guesses, so one round of
 * SHA-256 hides it.
 *
 * @param hex 64 hexadecimal digits
 */
public record SecretHash(String hex) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new secret, to be shown once. */
  public static String newSecret() {
    var secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** The hash of a secret. */
  public static SecretHash of(String secret) {
    return new SecretHash(HexFormat.of().formatHex(hash(secret)));
  }

  /** Whether it is of that secret; takes as long whatever is shown. */
  public boolean isOf(String shown) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(hex), hash(shown));
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SecretHash[…]";
  }
}
