package vn.sen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The platform as a process of its own, started by the script that users start it with. */
final class Platform implements AutoCloseable {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final int port;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private Process process;

  Platform(Path data) {
    this.data = data;
    this.port = freePort();
  }

  URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  /** An access token of somebody, for a few minutes. */
  String token(String user) {
    return tokenOf("--user", user);
  }

  /** An access token of a machine, for a few minutes. */
  String machineToken(String client) {
    return tokenOf("--client", client);
  }

  private String tokenOf(String kind, String name) {
    var builder = new ProcessBuilder(ROOT.resolve("sen").toString(), "token", kind, name);
    builder.environment().put("SEN_PORT", Integer.toString(port));
    builder.environment().put("SEN_DATA", data.toString());
    try {
      var asking = builder.directory(ROOT.toFile()).start();
      try (var answer = asking.inputReader()) {
        var token = answer.readLine();
        assertThat(asking.waitFor()).isZero();
        return token;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it with the data of before and waits until it says that it is ready. */
  void start() {
    output.clear();
    var builder = new ProcessBuilder(ROOT.resolve("sen").toString(), "up").directory(ROOT.toFile());
    builder.environment().put("SEN_PORT", Integer.toString(port));
    builder.environment().put("SEN_DATA", data.toString());
    builder.redirectErrorStream(true);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::collect);
    await("the platform is ready")
        .atMost(PATIENCE)
        .failFast("it ended", () -> assertThat(process.isAlive()).as("%s", output).isTrue())
        .until(() -> output.stream().anyMatch(line -> line.startsWith("SEN READY")));
  }

  /** {@code kill -9} of everything that belongs to it. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ctrl-C. */
  void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    awaitEnd();
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      kill();
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The platform did not end: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void collect() {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add("(output ended: " + e.getMessage() + ")");
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
