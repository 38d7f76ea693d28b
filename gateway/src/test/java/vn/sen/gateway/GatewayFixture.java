package vn.sen.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.embedded.EmbeddedMongo;

/**
 * One gateway for all tests, with limits small enough to be reached; breakers are closed before
 * each test.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sen.gateway.external-url=https://sen.example",
      "sen.gateway.sessions.client-secret=a secret between the issuer and the gateway",
      "sen.gateway.sessions.mongodb=${store}",
      "sen.gateway.sessions.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      "sen.gateway.response-timeout=3s",
      "sen.gateway.slow-timeout=4s",
      "sen.gateway.upload-timeout=5s",
      "sen.gateway.idle-timeout=2s",
      "sen.gateway.max-body=2KB",
      "sen.gateway.max-upload=64KB",
      "sen.gateway.breaker.window=4",
      "sen.gateway.breaker.minimum-calls=4",
      "sen.gateway.breaker.open-for=1s",
      "sen.gateway.breaker.trial-calls=1"
    })
abstract class GatewayFixture {

  static final Backend MEMBERSHIP = new Backend();
  static final Backend REPORTING = new Backend();
  static final Backend IDENTITY = new Backend();
  static final StubIssuer ISSUER = new StubIssuer();
  static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
  static final ResettingBackend RESETTING = new ResettingBackend();

  final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Every request carries it, unless it says otherwise. */
  final String token = ISSUER.token("console", "chair");

  @LocalServerPort int port;
  @Autowired CircuitBreakerRegistry breakers;

  @DynamicPropertySource
  static void routes(DynamicPropertyRegistry registry) {
    URI closed = URI.create("http://localhost:" + closedPort());
    registry.add("sen.routes.membership", MEMBERSHIP::uri);
    registry.add("sen.routes.reporting", REPORTING::uri);
    registry.add("sen.routes.identity", IDENTITY::uri);
    registry.add("store", MONGO::connectionString);
    registry.add("sen.access.issuer", ISSUER::uri);
    registry.add("sen.routes.lending", () -> closed);
    registry.add("sen.routes.training", RESETTING::uri);
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void healthyServices() {
    MEMBERSHIP.reset();
    REPORTING.reset();
    IDENTITY.reset();
    ISSUER.reset();
    RESETTING.forget();
    breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
  }

  HttpRequest.Builder to(String path) {
    return as(token, path);
  }

  HttpRequest.Builder as(String someToken, String path) {
    return withoutToken(path).header("Authorization", "Bearer " + someToken);
  }

  HttpRequest.Builder withoutToken(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) {
    return send(to(path).GET());
  }

  HttpRequest.Builder post(String path, String body) {
    return to(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
