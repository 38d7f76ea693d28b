package vn.sen.benchmarks;

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
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, as a client uses it. */
public final class Api implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI gateway;
  private final Supplier<String> token;

  /** Asked to change to HTTP/2 with a large body, a server answers 413. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Speaks to a gateway, or to a service directly.
   *
   * @param token gives an access token that is valid now
   */
  public Api(URI gateway, Supplier<String> token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** The body of a successful answer, and the token with which its write is seen. */
  public record Answer(JsonNode body, String consistency) {}

  /** A question that must succeed. */
  public Answer get(String path, String... headers) {
    var request = HttpRequest.newBuilder(gateway.resolve(path)).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A command that must succeed. */
  public Answer post(String path, Map<String, ?> body) {
    return post(path, "application/json", BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
  }

  /** An upload that must succeed. */
  public Answer post(String path, String contentType, BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Content-Type", contentType)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(body));
  }

  /** A file put in its place; that must succeed. */
  public Answer put(String path, String contentType, BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Content-Type", contentType)
            .PUT(body));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          client.send(
              request
                  .header("Authorization", "Bearer " + token.get())
                  .timeout(Duration.ofMinutes(2))
                  .build(),
              BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            response.uri().getPath()
                + " answered "
                + response.statusCode()
                + ": "
                + new String(response.body(), StandardCharsets.UTF_8));
      }
      return new Answer(
          JSON.readTree(response.body()),
          response.headers().firstValue("Sen-Consistency").orElse(""));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
