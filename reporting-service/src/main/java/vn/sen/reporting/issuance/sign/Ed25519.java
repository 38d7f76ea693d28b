package vn.sen.reporting.issuance.sign;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 by the JDK, with keys as a JWK holds them (RFC 8037). */
final class Ed25519 {

  static final String ALGORITHM = "Ed25519";

  private static final int KEY_BYTES = 32;
  private static final int SIGN_BIT = 0x80;

  private Ed25519() {}

  static byte[] sign(OctetKeyPair key, byte[] input) {
    try {
      var secret = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.getDecodedD());
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(secret));
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot sign: " + key.getKeyID(), e);
    }
  }

  static boolean verify(OctetKeyPair key, byte[] input, byte[] value) {
    try {
      var open = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(key.getDecodedX()));
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(open));
      signature.update(input);
      return signature.verify(value);
    } catch (SignatureException e) {
      return false; // it has not even the form of one
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key cannot check: " + key.getKeyID(), e);
    }
  }

  /** A point is its y, the smallest byte first; the last bit tells whether x is odd (RFC 8032). */
  private static EdECPoint point(byte[] raw) {
    if (raw.length != KEY_BYTES) {
      throw new IllegalStateException("A public key has 32 bytes");
    }
    var y = reversed(raw);
    boolean xIsOdd = (y[0] & SIGN_BIT) != 0;
    y[0] &= (byte) ~SIGN_BIT;
    return new EdECPoint(xIsOdd, new BigInteger(1, y));
  }

  /** A public key as a JWK has it. */
  static byte[] raw(EdECPublicKey key) {
    var y = key.getPoint().getY().toByteArray();
    var large = new byte[KEY_BYTES];
    int begin = Math.max(0, y.length - KEY_BYTES); // a leading zero
    System.arraycopy(y, begin, large, KEY_BYTES - (y.length - begin), y.length - begin);
    if (key.getPoint().isXOdd()) {
      large[0] |= (byte) SIGN_BIT;
    }
    return reversed(large);
  }

  private static byte[] reversed(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
