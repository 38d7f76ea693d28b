package vn.sen.chassis.privacy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
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
  private static final Queue<Cipher> IDLE = new ArrayBlockingQueue<>(64);

  private Gcm() {}

  static byte[] seal(SecretKey key, byte[] plain, byte[] associated) {
    var sealed = new byte[HEAD + plain.length + TAG_BITS / 8];
    sealed[0] = VERSION;
    System.arraycopy(random(NONCE_BYTES), 0, sealed, 1, NONCE_BYTES);
    with(
        cipher -> {
          cipher.init(Cipher.ENCRYPT_MODE, key, nonceOf(sealed));
          cipher.updateAAD(associated);
          return cipher.doFinal(plain, 0, plain.length, sealed, HEAD);
        });
    return sealed;
  }

  /**
   * @throws SealBroken if it was not sealed by this key for this purpose, or has been changed since
   */
  static byte[] open(SecretKey key, byte[] sealed, byte[] associated) {
    if (sealed.length < HEAD || sealed[0] != VERSION) {
      throw new SealBroken();
    }
    return with(
        cipher -> {
          cipher.init(Cipher.DECRYPT_MODE, key, nonceOf(sealed));
          cipher.updateAAD(associated);
          return cipher.doFinal(sealed, HEAD, sealed.length - HEAD);
        });
  }

  private static GCMParameterSpec nonceOf(byte[] sealed) {
    return new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES);
  }

  /** What is done with a cipher. */
  private interface Use<T> {
    T with(Cipher cipher) throws GeneralSecurityException;
  }

  /** To find a cipher among the providers takes longer than to use one, so they are used again. */
  private static <T> T with(Use<T> use) {
    try {
      var idle = IDLE.poll();
      var cipher = idle == null ? Cipher.getInstance("AES/GCM/NoPadding") : idle;
      var result = use.with(cipher);
      IDLE.offer(cipher);
      return result;
    } catch (AEADBadTagException e) {
      throw new SealBroken();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES-GCM", e);
    }
  }

  static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
