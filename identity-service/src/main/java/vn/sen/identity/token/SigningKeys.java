package vn.sen.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The keys tokens are signed with. All are published, so that tokens of the one before stay good
 * while a new one takes over; the first signs.
 */
public final class SigningKeys {

  /** Keys made for one machine say so in their id. */
  static final String DEVELOPMENT = "development-";

  private static final int BITS = 2048;

  private final JWKSet all;

  private SigningKeys(JWKSet all) {
    this.all = all;
  }

  /**
   * Reads the keys. On a developer's machine a missing file is made.
   *
   * @throws IllegalStateException if there is no usable key, or outside {@code local} a development
   *     key
   */
  static SigningKeys read(@Nullable Resource file, boolean local) {
    if (file == null) {
      throw new IllegalStateException("sen.identity.keys names no file with a JWK set");
    }
    try {
      if (local && !file.exists()) {
        make(file.getFile().toPath());
      }
      return of(JWKSet.parse(file.getContentAsString(StandardCharsets.UTF_8)), local);
    } catch (IOException | ParseException e) {
      throw new IllegalStateException("sen.identity.keys cannot be read: " + file, e);
    }
  }

  static SigningKeys of(JWKSet keys, boolean local) {
    if (keys.isEmpty()) {
      throw new IllegalStateException("sen.identity.keys holds no key");
    }
    for (JWK key : keys.getKeys()) {
      if (!(key instanceof RSAKey rsa) || !rsa.isPrivate() || rsa.size() < BITS) {
        throw new IllegalStateException("sen.identity.keys holds what is no private RSA key");
      }
      if (key.getKeyID() == null) {
        throw new IllegalStateException("A key of sen.identity.keys has no kid");
      }
      if (!local && key.getKeyID().startsWith(DEVELOPMENT)) {
        throw new IllegalStateException(
            "Key %s was made for development; it is refused outside sen.local"
                .formatted(key.getKeyID()));
      }
    }
    return new SigningKeys(keys);
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

  static RSAKey generate(String kid) {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID(kid)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every JDK makes RSA keys", e);
    }
  }

  /** All of them. */
  JWKSet all() {
    return all;
  }

  /** The one that signs, alone. */
  JWKSet first() {
    return new JWKSet(List.of(all.getKeys().getFirst()));
  }
}
