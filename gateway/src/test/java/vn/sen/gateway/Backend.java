package vn.sen.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A service behind the gateway that answers, hangs or breaks off as a test wants. */
final class Backend {

  /** One request as it arrived. */
  record Seen(String method, String uri, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(", ", headers.getOrDefault(capitalised(name), List.of()));
    }

    private static String capitalised(String name) {
      return name.substring(0, 1).toUpperCase() + name.substring(1).toLowerCase();
    }
  }

  private final HttpServer server;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private volatile HttpHandler behaviour = Backend::ok;
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  Backend() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  void reset() {
    hanging.countDown();
    seen.clear();
    behaviour = Backend::ok;
  }

  void answers(int status, Map<String, String> headers, String body) {
    behaves(
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::add);
          send(exchange, status, body);
        });
  }

  /** Answers only when so many requests are here at once. */
  void answersOnlyTogether(int requests) {
    CountDownLatch missing = new CountDownLatch(requests);
    behaves(
        exchange -> {
          missing.countDown();
          await(missing);
          ok(exchange);
        });
  }

  void behaves(HttpHandler handler) {
    behaviour = handler;
  }

  /**
   * A report with an ETag, and 304 to whoever holds it.
   *
   * @param more names and values of headers, in turn
   */
  void answersUnlessHeld(String etag, String body, String... more) {
    behaves(exchange -> sendUnlessHeld(exchange, etag, body, more));
  }

  /** The same, but the first answer is held back until the test counts down. */
  CountDownLatch holdsBack(String etag, String body) {
    var until = new CountDownLatch(1);
    behaves(
        exchange -> {
          await(until);
          sendUnlessHeld(exchange, etag, body);
        });
    return until;
  }

  private static void sendUnlessHeld(
      HttpExchange exchange, String etag, String body, String... more) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", etag);
    headers.set("Cache-Control", "no-cache");
    headers.set("Content-Type", "application/json");
    for (int i = 0; i < more.length; i += 2) {
      headers.set(more[i], more[i + 1]);
    }
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
    } else {
      send(exchange, 200, body);
    }
  }

  void breaksOff() {
    behaviour = HttpExchange::close;
  }

  void hangs() {
    CountDownLatch until = new CountDownLatch(1);
    hanging = until;
    behaviour =
        exchange -> {
          await(until);
          exchange.close();
        };
  }

  void hangsAfterHeaders() {
    CountDownLatch until = new CountDownLatch(1);
    hanging = until;
    behaviour =
        exchange -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          await(until);
          exchange.close();
        };
  }

  /** How many requests have begun to arrive. */
  long begun() {
    return begun.get();
  }

  /** How many of them are over, whether read whole or broken off. */
  long ended() {
    return ended.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    begun.incrementAndGet();
    try {
      record(exchange);
    } finally {
      ended.incrementAndGet();
    }
  }

  private void record(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            Map.copyOf(exchange.getRequestHeaders()),
            body));
    behaviour.handle(exchange);
  }

  private static void ok(HttpExchange exchange) throws IOException {
    send(exchange, 200, "{\"ok\":true}");
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test did not end the hanging");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
