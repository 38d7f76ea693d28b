package vn.sen.chassis.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM: a version byte, a random nonce, the ciphertext with its tag. What the ciphertext
 * belongs to is given as associated data, so that it is worth nothing elsewhere.
 */
final class Gcm {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD = 1 + NONCE_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Gcm() {}

  static byte[] seal(SecretKey key, byte[] plain, byte[] associated) {
    var nonce = random(NONCE_BYTES);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0, associated);
      var sealed = new byte[HEAD + cipher.getOutputSize(plain.length)];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, sealed, HEAD);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES-GCM", e);
    }
  }

  /**
   * @throws SealBroken if it was not sealed by this key for this purpose, or has been changed since
   */
  static byte[] open(SecretKey key, byte[] sealed, byte[] associated) {
    if (sealed.length < HEAD || sealed[0] != VERSION) {
      throw new SealBroken();
    }
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, 1, associated);
      return cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
    } catch (AEADBadTagException e) {
      throw new SealBroken();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, int at, byte[] associated)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var spec = new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(nonce, at, at + NONCE_BYTES));
    cipher.init(mode, key, spec);
    cipher.updateAAD(associated);
    return cipher;
  }

  static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
