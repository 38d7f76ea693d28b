package vn.sen.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, through the gateway. */
final class Api implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI gateway;
  private final Supplier<String> token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * @param token gives an access token that is valid now
   */
  Api(URI gateway, Supplier<String> token) {
    this.gateway = gateway;
    this.token = token;
  }

  /**
   * An answer with its JSON body, its version and its consistency token (null where there is none).
   */
  record Answer(int status, JsonNode body, String etag, String consistency) {

    boolean isDone() {
      return status / 100 == 2;
    }

    String id() {
      return body.path("id").asString();
    }

    /** The version to name when the resource is changed next. */
    String version() {
      return etag;
    }
  }

  Answer get(String path, String... headers) throws IOException {
    var request = request(path).timeout(Duration.ofSeconds(20));
    return send(withHeaders(request, headers).GET().build());
  }

  /** Sends a command under a key, so that it can be sent again. */
  Answer post(String path, String key, Map<String, ?> body, String... headers) throws IOException {
    var request =
        request(path)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    return send(withHeaders(request, headers).build());
  }

  /** Sends a file. */
  Answer upload(String path, String key, String contentType, String file) throws IOException {
    var request =
        request(path)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", contentType)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(file));
    return send(request.build());
  }

  /** Sends a file to its place, which can be done again. */
  Answer put(String path, String contentType, byte[] file) throws IOException {
    var request =
        request(path)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", contentType)
            .PUT(BodyPublishers.ofByteArray(file));
    return send(request.build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + token.get());
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body()),
          response.headers().firstValue("ETag").orElse(null),
          response.headers().firstValue("Sen-Consistency").orElse(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
