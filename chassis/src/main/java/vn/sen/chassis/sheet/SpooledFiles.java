package vn.sen.chassis.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/**
 * Uploaded files while they are taken in. A killed process leaves its file behind, and there are
 * people in it: the next start deletes what is older than any upload lasts.
 */
public final class SpooledFiles {

  private static final Duration LEFT_AFTER = Duration.ofHours(1);

  private final Path folder;

  /**
   * Files of one purpose.
   *
   * @param name of the folder below the temporary one
   * @throws IOException if it cannot be used
   */
  public static SpooledFiles named(String name) throws IOException {
    return new SpooledFiles(Path.of(System.getProperty("java.io.tmpdir"), name));
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
  public Path create() throws IOException {
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
