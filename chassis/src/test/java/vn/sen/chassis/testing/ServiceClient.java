package vn.sen.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a service over HTTP as a client does. */
public final class ServiceClient {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final Supplier<String> token;

  /**
   * Signed in with every role for the whole Union; tests of access say who calls by {@link #as}.
   */
  public ServiceClient(int port) {
    this("http://localhost:" + port, Tokens::everything);
  }

  private ServiceClient(String base, Supplier<String> token) {
    this.base = base;
    this.token = token;
  }

  /** The same service, asked by somebody else. */
  public ServiceClient as(String otherToken) {
    return new ServiceClient(base, () -> otherToken);
  }

  /** Where something is, for a client of another kind. */
  public String url(String path) {
    return base + path;
  }

  /** The same service, asked by nobody in particular. */
  public ServiceClient asNobody() {
    return as("");
  }

  /**
   * @param headers names and values in turn
   */
  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /**
   * @param headers names and values in turn
   */
  public Answer post(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /**
   * @param headers names and values in turn
   */
  public Answer put(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  /**
   * Sends a file.
   *
   * @param headers names and values in turn
   */
  public Answer upload(String path, String contentType, byte[] file, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(file)));
  }

  /**
   * Sends a file to where it belongs.
   *
   * @param headers names and values in turn
   */
  public Answer putFile(String path, String contentType, byte[] file, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", contentType)
            .PUT(BodyPublishers.ofByteArray(file)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    var bearer = token.get();
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An answer and what is usually asked of it. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The answer must have this status. */
    public Answer expect(int status) {
      assertThat(status()).as(body()).isEqualTo(status);
      return this;
    }

    /** The answer must be a problem detail of this type. */
    public Answer expectProblem(int status, String type) {
      expect(status);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(json().path("type").asString()).isEqualTo("urn:sen:problem:" + type);
      assertThat(json().path("title").asString()).isNotBlank();
      assertThat(json().path("detail").asString()).isNotBlank();
      return this;
    }

    /** The problem must name this field first. */
    public Answer expectField(String pointer) {
      assertThat(json().at("/errors/0/pointer").asString()).as(body()).isEqualTo(pointer);
      return this;
    }
  }
}
