package vn.sen.membership.memberimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Uploaded files while they are taken in. A killed process leaves its file behind, and there are
 * people in it: the next start deletes what is older than any upload lasts.
 */
@Component
class SpooledFiles {

  private static final Duration LEFT_AFTER = Duration.ofHours(1);

  private final Path folder;

  @Autowired
  SpooledFiles() throws IOException {
    this(Path.of(System.getProperty("java.io.tmpdir"), "sen-member-imports"));
  }

  /**
   * Makes the folder, for this user alone, and clears it.
   *
   * @throws IOException if it cannot be used
   */
  SpooledFiles(Path folder) throws IOException {
    this.folder = folder;
    if (!Files.isDirectory(folder)) {
      var forMeAlone = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(forMeAlone));
    }
    deleteOlderThan(Instant.now().minus(LEFT_AFTER));
  }

  /** A new file, to be deleted by who asks for it. */
  Path create() throws IOException {
    return Files.createTempFile(folder, "upload", ".tmp");
  }

  private void deleteOlderThan(Instant when) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(when)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
