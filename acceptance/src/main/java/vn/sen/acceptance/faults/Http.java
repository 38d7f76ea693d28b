package vn.sen.acceptance.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.embedded.EmbeddedIssuer;

/** JSON over HTTP, with the patience of a client that will ask again. */
final class Http implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.shared();

  /** Whose tokens the services of a cluster believe. */
  static final EmbeddedIssuer ISSUER = EmbeddedIssuer.start();

  private static final Duration TIMEOUT = Duration.ofSeconds(8);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  /** An answer. */
  record Reply(int status, String body, Map<String, String> headers) {

    boolean isDone() {
      return status / 100 == 2;
    }

    JsonNode json() {
      try {
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
      } catch (JacksonException e) {
        return JSON.createObjectNode().put("unreadable", body);
      }
    }
  }

  Reply get(URI uri) throws IOException {
    var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
    return send(request.header("Authorization", bearer("reader")).GET().build());
  }

  private static String bearer(String actor) {
    return "Bearer " + ISSUER.everything(actor);
  }

  /** Sends a command. */
  Reply command(
      String method, URI uri, String actor, String key, @Nullable Long version, Object body)
      throws IOException {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("Authorization", bearer(actor))
            .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (version != null) {
      request.header("If-Match", "\"" + version + "\"");
    }
    return send(request.build());
  }

  /** Sends a CSV file. */
  Reply upload(URI uri, String actor, String key, String file) throws IOException {
    return send(
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "text/csv")
            .header("Idempotency-Key", key)
            .header("Authorization", bearer(actor))
            .POST(BodyPublishers.ofString(file))
            .build());
  }

  private Reply send(HttpRequest request) throws IOException {
    try {
      var response = client.send(request, BodyHandlers.ofString());
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Reply(response.statusCode(), response.body(), headers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
