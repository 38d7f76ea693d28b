package vn.sen.reporting.issuance.sign;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys reports are signed with. The first signs; the others were used before, and stay here
 * without their private part, so that what they signed can be checked for ever. Thread-safe.
 */
public final class SigningKeys {

  /** Keys made for one machine say so in their id. */
  static final String DEVELOPMENT = "development-";

  private final List<OctetKeyPair> keys;

  private SigningKeys(List<OctetKeyPair> keys) {
    this.keys = keys;
  }

  /** No key: nothing can be signed, and no signature checked. */
  public static SigningKeys none() {
    return new SigningKeys(List.of());
  }

  /**
   * Reads a JWK set. On a developer's machine a missing file is made.
   *
   * @throws IllegalStateException if it cannot be used, or holds a development key outside {@code
   *     local}
   */
  public static SigningKeys read(Path file, boolean local) {
    try {
      if (local && Files.notExists(file)) {
        make(file);
      }
      return of(JWKSet.parse(Files.readString(file)), local);
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("sen.issuance.keys cannot be read: " + file, e);
    }
  }

  static SigningKeys of(JWKSet set, boolean local) {
    if (set.isEmpty()) {
      throw new IllegalStateException("sen.issuance.keys holds no key");
    }
    var keys = set.getKeys().stream().map(key -> checked(key, local)).toList();
    if (!keys.getFirst().isPrivate()) {
      throw new IllegalStateException("The first key of sen.issuance.keys has no private part");
    }
    return new SigningKeys(keys);
  }

  private static OctetKeyPair checked(JWK key, boolean local) {
    if (!(key instanceof OctetKeyPair pair) || !Curve.Ed25519.equals(pair.getCurve())) {
      throw new IllegalStateException("sen.issuance.keys holds what is no Ed25519 key");
    }
    var id = key.getKeyID();
    if (id == null) {
      throw new IllegalStateException("A key of sen.issuance.keys has no kid");
    }
    if (!local && id.startsWith(DEVELOPMENT)) {
      throw new IllegalStateException(
          "Key %s was made for development; it is refused outside sen.local".formatted(id));
    }
    return pair;
  }

  private static void make(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, print(DEVELOPMENT + UUID.randomUUID()));
  }

  /** A JWK set with one new key, for an operator to keep. */
  public static String print(String kid) {
    return new JWKSet(generate(kid)).toString(false);
  }

  static OctetKeyPair generate(String kid) {
    try {
      var pair = KeyPairGenerator.getInstance(Ed25519.ALGORITHM).generateKeyPair();
      var secret = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      return new OctetKeyPair.Builder(
              Curve.Ed25519, Base64URL.encode(Ed25519.raw((EdECPublicKey) pair.getPublic())))
          .d(Base64URL.encode(secret))
          .keyID(kid)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.EdDSA)
          .build();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + Ed25519.ALGORITHM, e);
    }
  }

  /** The key that signs; empty where none is set up. */
  Optional<OctetKeyPair> first() {
    return keys.stream().findFirst();
  }

  /** The public part of a key, by its id. */
  Optional<OctetKeyPair> find(String kid) {
    return keys.stream()
        .filter(key -> kid.equals(key.getKeyID()))
        .findFirst()
        .map(OctetKeyPair::toPublicJWK);
  }

  /** The public parts of all of them as a JWK set, for whoever checks a signature. */
  public String published() {
    return new JWKSet(List.<JWK>copyOf(keys)).toString(true);
  }
}
