package vn.sen.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The platform as {@code ./sen} starts it, a process of its own. */
public final class Platform {

  private Platform() {}

  /**
   * Loads the demo into a data folder and stops again.
   *
   * @param percent of its size
   * @throws IllegalStateException if a figure came out otherwise than generated
   */
  public static void load(Path data, int percent) throws IOException, InterruptedException {
    var scale = Double.toString(percent / 100.0);
    var process = sen(data, freePort(), "demo", "--exit", "--scale", scale).start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      var said = output.lines().toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join("\n", said));
      }
    }
  }

  /** The command {@code ./sen …}, not started. */
  static ProcessBuilder sen(Path data, int port, String... arguments) {
    var home = System.getProperty("sen.home", ".");
    var command =
        Stream.concat(Stream.of(new File(home, "sen").getAbsolutePath()), Stream.of(arguments));
    var builder = new ProcessBuilder(command.toList()).directory(new File(home));
    builder.environment().put("SEN_PORT", Integer.toString(port));
    builder.environment().put("SEN_DATA", data.toString());
    return builder.redirectErrorStream(true);
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
