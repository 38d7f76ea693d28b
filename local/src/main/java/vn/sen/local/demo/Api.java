package vn.sen.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's public API. A request that met an overloaded or starting platform is made again
 * for a while; a command carries an idempotency key, so that this doubles nothing.
 */
final class Api implements AutoCloseable {

  /** A repeated command must have the same bytes, so no order of a map may get into them. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final Set<Integer> AGAIN = Set.of(429, 502, 503, 504);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final URI gateway;
  private final Pause pause;
  private final Consistency consistency;
  private final Supplier<String> token;
  private final HttpClient client;

  /**
   * @param token gives an access token that is valid now
   */
  Api(URI gateway, Pause pause, Consistency consistency, Supplier<String> token) {
    this(
        gateway,
        pause,
        consistency,
        token,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build());
  }

  private Api(
      URI gateway,
      Pause pause,
      Consistency consistency,
      Supplier<String> token,
      HttpClient client) {
    this.gateway = gateway;
    this.pause = pause;
    this.consistency = consistency;
    this.token = token;
    this.client = client;
  }

  /** The same door for somebody else, for as long as this one is open. */
  Api as(Supplier<String> other) {
    return new Api(gateway, pause, consistency, other, client);
  }

  /**
   * A successful answer.
   *
   * @param next path of the next page, or null
   */
  record Answer(JsonNode body, @Nullable String next) {

    String text(String field) {
      return body.required(field).asString();
    }

    /** The version a command has made, or the one that was read. */
    long version() {
      return body.required("version").asLong();
    }
  }

  /** The platform refused a request. */
  static final class Refused extends StepFailed {
    private final String rule;

    Refused(String rule, String message) {
      super(message);
      this.rule = rule;
    }

    /** The rule's name in kebab case, or "". */
    String rule() {
      return rule;
    }
  }

  Answer get(String path) {
    return send("GET", path, Map.of(), BodyPublishers::noBody);
  }

  /** A reading that is to see what the tokens name. */
  Answer get(String path, String consistencyTokens) {
    return send("GET", path, Map.of("Sen-Consistency", consistencyTokens), BodyPublishers::noBody);
  }

  /** A command that makes something new. */
  Answer post(String path, String key, Object body) {
    return send("POST", path, Map.of("Idempotency-Key", key), json(body));
  }

  /** A search: a reading whose question does not stand in the address. */
  Answer query(String path, Object body) {
    return send("POST", path, Map.of(), json(body));
  }

  /** A command to an existing aggregate. */
  Answer change(String path, String key, long version, Object body) {
    return send(
        "POST",
        path,
        Map.of("Idempotency-Key", key, "If-Match", "\"" + version + "\""),
        json(body));
  }

  /**
   * Streams a CSV file; the pieces are asked for anew for each attempt.
   *
   * @param length of all pieces: a file of unknown length is not taken
   */
  Answer upload(String path, String key, Iterable<byte[]> pieces, long length) {
    return send(
        "POST",
        path,
        Map.of("Idempotency-Key", key, "Content-Type", "text/csv; charset=utf-8"),
        () -> BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(pieces), length));
  }

  /**
   * Sends a file to its place; the pieces are asked for anew for each attempt.
   *
   * @param headers what it is
   */
  Answer put(String path, Map<String, String> headers, Iterable<byte[]> pieces, long length) {
    return send(
        "PUT",
        path,
        headers,
        () -> BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(pieces), length));
  }

  /** Sets something to what it is to be, against the version it has. */
  Answer set(String path, String key, long version, Object body) {
    return send(
        "PUT",
        path,
        Map.of(
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            key,
            "If-Match",
            "\"" + version + "\""),
        json(body));
  }

  /** A file for people to read. */
  String text(String path) {
    return new String(
        response("GET", path, Map.of(), BodyPublishers::noBody).body(), StandardCharsets.UTF_8);
  }

  private static Supplier<BodyPublisher> json(Object body) {
    var bytes = JSON.writeValueAsBytes(body);
    return () -> BodyPublishers.ofByteArray(bytes);
  }

  private Answer send(
      String method, String path, Map<String, String> headers, Supplier<BodyPublisher> body) {
    return answer(response(method, path, headers, body));
  }

  private HttpResponse<byte[]> response(
      String method, String path, Map<String, String> headers, Supplier<BodyPublisher> body) {
    for (var attempt = 1; ; attempt++) {
      var response = trySend(method, path, headers, body.get(), attempt);
      if (response != null) {
        if (response.statusCode() / 100 == 2) {
          return response;
        }
        if (!AGAIN.contains(response.statusCode()) || attempt == ATTEMPTS) {
          throw new Refused(rule(response), method + " " + path + ": " + problem(response));
        }
      }
      pauseAfter(attempt, response);
    }
  }

  /** The response, or null where the connection failed and may be tried again. */
  private @Nullable HttpResponse<byte[]> trySend(
      String method, String path, Map<String, String> headers, BodyPublisher body, int attempt) {
    var request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept-Language", "vi")
            .header("Authorization", "Bearer " + token.get())
            .method(method, body);
    if (!headers.containsKey("Content-Type") && method.equals("POST")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted", e);
    } catch (IOException e) {
      if (attempt == ATTEMPTS) {
        throw new StepFailed(
            method + " " + path + ": no answer from " + gateway + " (" + e + ")", e);
      }
      return null;
    }
  }

  private void pauseAfter(int attempt, @Nullable HttpResponse<byte[]> response) {
    var time = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
    if (response != null) {
      var asked = response.headers().firstValue("Retry-After").orElse("");
      if (asked.matches("\\d{1,4}")) {
        time = Duration.ofSeconds(Long.parseLong(asked));
      }
    }
    waitFor(time.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : time);
  }

  /** Waits before something is asked again. */
  void waitFor(Duration time) {
    try {
      pause.pause(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted", e);
    }
  }

  private Answer answer(HttpResponse<byte[]> response) {
    response.headers().firstValue("Sen-Consistency").ifPresent(consistency::add);
    var body =
        response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    return new Answer(body, next(response));
  }

  private static @Nullable String next(HttpResponse<byte[]> response) {
    for (var link : response.headers().allValues("Link")) {
      if (link.contains("rel=\"next\"")) {
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
      }
    }
    return null;
  }

  /** The name of the rule behind a refusal; empty where the answer names none. */
  private static String rule(HttpResponse<byte[]> response) {
    try {
      var type = JSON.readTree(response.body()).path("type").asString("");
      return type.substring(type.lastIndexOf(':') + 1);
    } catch (JacksonException e) {
      return "";
    }
  }

  /** Status, title and detail, and the fields it names. */
  private static String problem(HttpResponse<byte[]> response) {
    var text = new StringBuilder(Integer.toString(response.statusCode()));
    try {
      var problem = JSON.readTree(response.body());
      for (var field : new String[] {"title", "detail"}) {
        if (problem.hasNonNull(field)) {
          text.append(" · ").append(problem.get(field).asString());
        }
      }
      for (var error : problem.path("errors")) {
        text.append(" · ").append(error.path("pointer").asString(""));
        text.append(' ').append(error.path("detail").asString(""));
      }
    } catch (JacksonException e) {
      text.append(" · ").append(new String(response.body(), StandardCharsets.UTF_8).strip());
    }
    return text.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
