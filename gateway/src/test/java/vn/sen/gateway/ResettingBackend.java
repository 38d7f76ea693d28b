package vn.sen.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a request's head and resets the connection, as a killed process's kernel does. */
final class ResettingBackend {

  private final ServerSocket socket;
  private final AtomicInteger requests = new AtomicInteger();

  ResettingBackend() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  URI uri() {
    return URI.create("http://localhost:" + socket.getLocalPort());
  }

  int requests() {
    return requests.get();
  }

  void forget() {
    requests.set(0);
  }

  private void serve() {
    try {
      while (!socket.isClosed()) {
        resetAfterHead(socket.accept());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void resetAfterHead(Socket connection) throws IOException {
    try (connection) {
      connection.setSoLinger(true, 0);
      var reader =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      String line = reader.readLine();
      while (line != null && !line.isEmpty()) {
        line = reader.readLine();
      }
      requests.incrementAndGet();
    }
  }
}
