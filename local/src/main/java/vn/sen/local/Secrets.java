package vn.sen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only this installation knows: made at random at its first start, readable by nobody but the
 * user it runs as, and refused by services anywhere but here.
 *
 * @param folder where each secret is a file
 */
record Secrets(Path folder) {

  private static final int BYTES = 32;
  private static final int PASSWORD = 20;
  private static final String HMAC = "HmacSHA256";

  /** With it a token for anybody is got from the identity service. */
  String local() {
    return secret("local");
  }

  /**
   * What somebody signs in with for the first time who was given no password: the identity service
   * derives the same from the same secret.
   */
  String firstPassword(String name) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(local().getBytes(StandardCharsets.UTF_8), HMAC));
      var bytes = mac.doFinal(("sen-first-password:" + name).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC, e);
    }
  }

  /** What the gateway proves to the identity service who it is with. */
  String gatewayClient() {
    return secret("gateway-client");
  }

  /** What the gateway encrypts its sessions with: 32 random bytes in Base64. */
  String sessionKey() {
    return secret("session-key");
  }

  /** The identity service's signing keys, which it makes itself. */
  Path signingKeys() {
    return folder.resolve("signing-keys.json");
  }

  /** The reporting service's keys for issued reports, which it makes itself. */
  Path issuanceKeys() {
    return folder.resolve("issuance-keys.json");
  }

  /** What personal data is encrypted with; the services make it themselves. */
  Path privacyKeys() {
    return folder.resolve("privacy.keys");
  }

  /** Whether the platform has run here before. */
  boolean exist() {
    return Files.exists(folder.resolve("local"));
  }

  private String secret(String name) {
    var file = folder.resolve(name);
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file) throws IOException {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.newByteChannel(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        .close();
    Files.writeString(unfinished, text + "\n");
    Files.move(unfinished, file);
  }
}
