package vn.sen.chassis.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import javax.crypto.SecretKey;

/** Encrypts and decrypts texts, each for one purpose. Its key never leaves it. */
public final class Sealer {

  private final SecretKey key;
  private final String scope;

  /**
   * @param scope to whom or what the texts belong; part of every purpose
   */
  Sealer(SecretKey key, String scope) {
    this.key = key;
    this.scope = scope;
  }

  /**
   * @param purpose what the ciphertext is good for; it opens for no other
   */
  public byte[] seal(String purpose, String plain) {
    return Gcm.seal(key, plain.getBytes(UTF_8), associated(purpose));
  }

  /**
   * @throws SealBroken if it was not sealed here for this purpose, or has been changed since
   */
  public String open(String purpose, byte[] sealed) {
    return new String(Gcm.open(key, sealed, associated(purpose)), UTF_8);
  }

  private byte[] associated(String purpose) {
    return (scope + '\0' + purpose).getBytes(UTF_8);
  }
}
