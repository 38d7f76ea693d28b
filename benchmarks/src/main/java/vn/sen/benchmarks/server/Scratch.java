package vn.sen.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder that is thrown away. */
public final class Scratch implements AutoCloseable {

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /** A new, empty folder where the system keeps temporary ones. */
  public static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("sen-bench"));
  }

  /** A data folder of {@code ./sen} within another one, which is thrown away with that one. */
  public static Scratch of(Path folder) {
    return new Scratch(folder);
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** A folder in it, which need not exist yet. */
  public Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
