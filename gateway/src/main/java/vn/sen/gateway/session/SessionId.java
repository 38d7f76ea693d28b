package vn.sen.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a browser knows of its session. The store knows only a digest of it, and cannot open what it
 * keeps without it. It carries a proof that a gateway made it, so that made-up ones cost nothing.
 */
final class SessionId {

  private static final int RANDOM = 32;
  private static final int PROOF = 16;

  private final byte[] random;
  private final Keys keys;

  private SessionId(byte[] random, Keys keys) {
    this.random = random;
    this.keys = keys;
  }

  static SessionId create(Keys keys) {
    return new SessionId(Keys.random(), keys);
  }

  /** Empty if no gateway with these keys made it. */
  static Optional<SessionId> parse(String cookie, Keys keys) {
    try {
      var bytes = Base64.getUrlDecoder().decode(cookie);
      if (bytes.length != RANDOM + PROOF) {
        return Optional.empty();
      }
      var id = new SessionId(Arrays.copyOf(bytes, RANDOM), keys);
      var proof = Arrays.copyOfRange(bytes, RANDOM, bytes.length);
      return MessageDigest.isEqual(proof, id.proof()) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  String cookie() {
    var bytes = Arrays.copyOf(random, RANDOM + PROOF);
    System.arraycopy(proof(), 0, bytes, RANDOM, PROOF);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Under which the store knows it. */
  String digest() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(random));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a page of ours can read and another's cannot; a command that comes with the cookie needs
   * it.
   */
  String csrfToken() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.derive("csrf", random));
  }

  boolean hasCsrfToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), csrfToken().getBytes(StandardCharsets.UTF_8));
  }

  byte[] seal(byte[] tokens) {
    return keys.seal(tokens, "tokens", random);
  }

  Optional<byte[]> open(byte[] sealed) {
    return keys.open(sealed, "tokens", random);
  }

  private byte[] proof() {
    return Arrays.copyOf(keys.derive("proof", random), PROOF);
  }
}
