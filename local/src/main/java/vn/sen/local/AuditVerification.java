package vn.sen.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the platform check its audit trail against the log, and shows what it finds. */
final class AuditVerification {

  private static final String PATH = "/api/reporting/audit/verifications";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final URI gateway;
  private final Supplier<String> token;
  private final PrintStream out;

  AuditVerification(URI gateway, Supplier<String> token, PrintStream out) {
    this.gateway = gateway;
    this.token = token;
    this.out = out;
  }

  /**
   * Prints the result, with the heads to keep outside the platform.
   *
   * @return whether the trail is intact
   * @throws IOException if the platform does not answer, or refuses
   */
  boolean run() throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var begun =
          http.send(
              request(gateway.resolve(PATH))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      var location = begun.headers().firstValue("Location");
      if (begun.statusCode() != 202 || location.isEmpty()) {
        throw new IOException(begun.statusCode() + " " + begun.body());
      }
      var found = result(http, gateway.resolve(location.get()));
      out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
      return found.path("state").asString().equals("INTACT");
    }
  }

  private JsonNode result(HttpClient http, URI verification)
      throws IOException, InterruptedException {
    while (true) {
      var answer =
          http.send(
              request(verification).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      var result = JsonMapper.shared().readTree(answer.body());
      if (!result.path("state").asString().equals("RUNNING")) {
        return result;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token.get());
  }
}
