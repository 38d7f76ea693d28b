package vn.sen.chassis.privacy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The digest by which an idempotency key used for another body is noticed. It is stored beside what
 * the body made; where bodies hold personal data it is keyed, because whoever knows the rest of a
 * body could otherwise try out the identity numbers there are.
 */
public final class BodyDigest {

  private final @Nullable KeyedHash hash;

  private BodyDigest(@Nullable KeyedHash hash) {
    this.hash = hash;
  }

  /** For services without personal data. */
  public static BodyDigest plain() {
    return new BodyDigest(null);
  }

  public static BodyDigest keyed(PrivacyKeys keys) {
    return new BodyDigest(keys.hash("body"));
  }

  public String of(byte[] body) {
    return ofSha256(sha256().digest(body));
  }

  /** The digest of a body that was read piece by piece. */
  public String ofSha256(byte[] sha256) {
    var hex = HexFormat.of().formatHex(sha256);
    return hash == null ? hex : hash.of(hex);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
