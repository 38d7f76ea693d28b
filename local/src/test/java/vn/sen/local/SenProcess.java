package vn.sen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./sen …} as users start it, its two outputs in files. */
final class SenProcess implements AutoCloseable {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path out;
  private final Path err;

  private SenProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** With the embedded servers, and from another working directory than the project's. */
  static SenProcess start(Path data, int port, String... arguments) throws IOException {
    return start(data, port, Map.of(), arguments);
  }

  /** With servers that run already. */
  static SenProcess start(Path data, int port, Map<String, String> servers, String... arguments)
      throws IOException {
    var outputs = Files.createDirectories(data.resolveSibling("outputs"));
    var out = Files.createTempFile(outputs, "out", ".txt");
    var err = Files.createTempFile(outputs, "err", ".txt");
    var builder = new ProcessBuilder(ROOT.resolve("sen").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("SEN_PORT", String.valueOf(port));
    builder.environment().put("SEN_DATA", data.toString());
    builder.environment().keySet().removeAll(List.of("SEN_KAFKA_BOOTSTRAP", "SEN_MONGODB_URI"));
    builder.environment().putAll(servers);
    builder.directory(outputs.toFile());
    return new SenProcess(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  void awaitReady() {
    await("SEN READY")
        .atMost(PATIENCE)
        .failFast("it ended", () -> assertThat(process.isAlive()).as("%s", err()).isTrue())
        .until(() -> out().contains("SEN READY"));
  }

  /** Waits for its end and gives its exit status. */
  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It did not end: " + out() + err());
    }
    return process.exitValue();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    status();
  }

  /** As {@code kill} does; gives the exit status. */
  int terminate() throws InterruptedException {
    process.destroy();
    return status();
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      kill();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
