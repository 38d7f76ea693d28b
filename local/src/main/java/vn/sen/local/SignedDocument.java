package vn.sen.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The document in a JWS whose signature is right. Written anew from the standards (RFC 7515, RFC
 * 8037), so that it does not repeat a mistake of the service that signs.
 *
 * @param keyId of the key that signed it
 */
record SignedDocument(String keyId, byte[] payload) {

  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_BYTES = 32;

  /**
   * Reads a JWS in compact form.
   *
   * @param keys a JWK set
   * @return null if no key of the set has signed it
   */
  static @Nullable SignedDocument verified(String jws, JsonNode keys) {
    var parts = jws.split("\\.", -1);
    try {
      var header = JsonMapper.shared().readTree(decoded(parts[0]));
      var keyId = header.path("kid").asString("");
      var signature = Signature.getInstance(ALGORITHM);
      for (var key : keys.path("keys")) {
        if (header.path("alg").asString("").equals("EdDSA")
            && key.path("crv").asString("").equals(ALGORITHM)
            && key.path("kid").asString("").equals(keyId)) {
          signature.initVerify(publicKey(decoded(key.path("x").asString(""))));
          signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
          return signature.verify(decoded(parts[2]))
              ? new SignedDocument(keyId, decoded(parts[1]))
              : null;
        }
      }
      return null;
    } catch (IllegalArgumentException | JacksonException | GeneralSecurityException e) {
      // what has not the form of a JWS was signed by nobody
      return null;
    }
  }

  private static byte[] decoded(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
    if (raw.length != KEY_BYTES) {
      throw new IllegalArgumentException("A public key has 32 bytes");
    }
    var y = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      y[i] = raw[KEY_BYTES - 1 - i];
    }
    boolean xIsOdd = y[0] < 0;
    y[0] &= 0x7f;
    var point = new EdECPoint(xIsOdd, new BigInteger(1, y));
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }
}
