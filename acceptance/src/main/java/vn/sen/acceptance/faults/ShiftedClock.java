package vn.sen.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A wall clock that is off, for one process: a small library in front of the C library's, compiled
 * where a C compiler is found. Services know nothing of it.
 */
final class ShiftedClock {

  private static final long A_DAY = 86_400;

  private final Path library;

  private ShiftedClock(Path library) {
    this.library = library;
  }

  /** Compiles the library; empty where there is no C compiler. */
  static Optional<ShiftedClock> in(Path folder) {
    var source = folder.resolve("clock.c");
    var library = folder.resolve("clock.so");
    try (var resource = ShiftedClock.class.getResourceAsStream("clock.c")) {
      if (resource == null) {
        throw new IllegalStateException("clock.c is not on the class path");
      }
      Files.write(source, resource.readAllBytes());
      var compiler =
          new ProcessBuilder(
                  "cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString())
              .inheritIO()
              .start();
      return compiler.waitFor() == 0 ? Optional.of(new ShiftedClock(library)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /**
   * What a process needs to find itself a day behind, and its clock going back by seconds later.
   * Ahead by more than a token lives it would rightly refuse everybody.
   */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "SEN_CLOCK_SHIFT", Long.toString(-A_DAY));
  }
}
