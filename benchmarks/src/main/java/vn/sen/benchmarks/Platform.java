package vn.sen.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The platform as a process of its own on a data folder that is thrown away. */
public final class Platform implements AutoCloseable {

  private static final Duration RENEWED = Duration.ofMinutes(4);

  private final Path data;
  private final Process process;
  private final int port;

  private Platform(Path data, Process process, int port) {
    this.data = data;
    this.process = process;
    this.port = port;
  }

  static Platform start() throws IOException {
    var data = Files.createTempDirectory("sen-bench");
    int port = freePort();
    var process = sen(data, port, "up").start();
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = reader.readLine(); ; line = reader.readLine()) {
      if (line == null) {
        throw new IllegalStateException("The platform ended before it was ready");
      }
      if (line.startsWith("SEN READY")) {
        break;
      }
    }
    Thread.ofVirtual().start(() -> drain(reader));
    return new Platform(data, process, port);
  }

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

  URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  /** Gives a token of somebody on the platform that is valid now. */
  Supplier<String> tokenOf(String user) {
    return new Supplier<>() {
      private String token = "";
      private long renewAt = System.nanoTime();

      @Override
      public synchronized String get() {
        if (System.nanoTime() - renewAt >= 0) {
          token = ask(user);
          renewAt = System.nanoTime() + RENEWED.toNanos();
        }
        return token;
      }
    };
  }

  private String ask(String user) {
    try {
      var asking = sen(data, port, "token", "--user", user).start();
      try (var answer = asking.inputReader()) {
        var line = answer.readLine();
        if (asking.waitFor() != 0 || line == null) {
          throw new IllegalStateException("./sen token: " + line);
        }
        return line;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    delete(data);
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

  private static void drain(BufferedReader reader) {
    try {
      reader.lines().forEach(line -> {});
    } catch (UncheckedIOException e) {
      System.err.println("The platform's output ended: " + e.getMessage());
    }
  }
}
