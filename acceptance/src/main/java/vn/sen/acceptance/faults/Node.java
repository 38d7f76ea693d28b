package vn.sen.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the platform, which can be killed, stopped for a while and started again. */
final class Node {

  private static final int CONNECT_MILLIS = 500;
  private static final int PATIENCE_SECONDS = 25;

  private final String name;
  private final int port;
  private final List<String> command;
  private final Path log;
  private @Nullable Process process;

  Node(String name, int port, List<String> command, Path log) {
    this.name = name;
    this.port = port;
    this.command = List.copyOf(command);
    this.log = log;
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  void start() {
    start(Map.of());
  }

  /** Starts it with additions to the environment. */
  synchronized void start(Map<String, String> environment) {
    if (isAlive()) {
      return;
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** {@code kill -9}. */
  void kill() {
    end(running().destroyForcibly());
  }

  /** An orderly stop; a forced one where that takes too long. */
  void stop() {
    var stopping = process;
    if (stopping == null) {
      return;
    }
    signal("CONT");
    stopping.destroy();
    end(stopping);
  }

  /** SIGSTOP: it keeps its connections and answers nobody. */
  void pause() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if nothing had been. */
  void resume() {
    signal("CONT");
  }

  /** Whether somebody listens. */
  boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void signal(String signal) {
    var target = running();
    if (!target.isAlive()) {
      return;
    }
    try {
      end(new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid())).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }

  private void end(Process ending) {
    try {
      if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        ending.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending.destroyForcibly();
    }
  }
}
