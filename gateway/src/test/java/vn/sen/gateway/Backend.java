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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

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

  void forget() {
    seen.clear();
  }

  void reset() {
    letGo();
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

  /** Answers with a body of unstated length. */
  void answersInPieces(Map<String, String> headers, String body) {
    behaves(
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::add);
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
  }

  /** Answers with the report of a version, or 304 to who has it; the version is asked each time. */
  void reports(Supplier<String> version) {
    behaves(exchange -> sendReport(exchange, version.get()));
  }

  /** The same, but the first request is held until it is let go. */
  void reportsAndHoldsTheFirst(Supplier<String> version) {
    CountDownLatch until = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    hanging = until;
    behaves(
        exchange -> {
          if (first.getAndSet(false)) {
            await(until);
          }
          sendReport(exchange, version.get());
        });
  }

  void letGo() {
    hanging.countDown();
  }

  private static void sendReport(HttpExchange exchange, String version) throws IOException {
    String etag = "W/\"" + version + "\"";
    exchange.getResponseHeaders().add("ETag", etag);
    exchange.getResponseHeaders().add("Cache-Control", "no-cache");
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      send(exchange, 304, "");
    } else {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      send(exchange, 200, "{\"version\":\"" + version + "\"}");
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

  static void await(CountDownLatch latch) {
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
