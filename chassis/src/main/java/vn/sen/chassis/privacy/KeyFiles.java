package vn.sen.chassis.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys in files: 32 random bytes in Base64, each with an id. */
final class KeyFiles {

  private static final String DEVELOPMENT = "development-";
  private static final int KEY_BYTES = 32;

  private KeyFiles() {}

  /**
   * @param help what to do where it is none
   */
  static SecretKey key(String id, String base64, String help) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == KEY_BYTES) {
        return new SecretKeySpec(bytes, "AES");
      }
    } catch (IllegalArgumentException e) {
      throw new PrivacyKeysInvalid("The key " + id + " is not in Base64", help);
    }
    throw new PrivacyKeysInvalid("The key " + id + " has not " + KEY_BYTES + " bytes", help);
  }

  static boolean isForDevelopment(String id) {
    return id.startsWith(DEVELOPMENT);
  }

  static String developmentId() {
    return DEVELOPMENT + Base64.getUrlEncoder().withoutPadding().encodeToString(Gcm.random(6));
  }

  static String random() {
    return Base64.getEncoder().encodeToString(Gcm.random(KEY_BYTES));
  }

  /** Several services of one platform may start at once: the first one's keys are everybody's. */
  static void make(Path file, String lines) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var forMeAlone = PosixFilePermissions.fromString("rw-------");
    var fresh =
        Files.createTempFile(
            folder, "fresh", ".keys", PosixFilePermissions.asFileAttribute(forMeAlone));
    Files.write(fresh, lines.getBytes(UTF_8));
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException e) {
      return; // another service was faster
    } finally {
      Files.delete(fresh);
    }
  }
}
