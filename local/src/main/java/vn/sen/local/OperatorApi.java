package vn.sen.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the platform as its administrator does. */
final class OperatorApi implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI gateway;
  private final Supplier<String> token;

  OperatorApi(URI gateway, Supplier<String> token) {
    this.gateway = gateway;
    this.token = token;
  }

  /**
   * What was done, and where to ask how it goes on.
   *
   * @param location empty where there is nothing to ask for
   */
  record Done(JsonNode body, Optional<String> location) {

    /** Where to ask how it goes on, of something that takes its time. */
    String whereToAsk() {
      return location.orElseThrow(
          () -> new IllegalStateException("The platform does not say where to ask: " + body));
    }
  }

  /**
   * Asks.
   *
   * @throws IOException if the platform does not answer
   * @throws Refusal if it refuses
   */
  JsonNode get(String path) throws IOException, InterruptedException {
    return json(send(request(path).GET()));
  }

  /**
   * Asks until something holds.
   *
   * @param each is told each answer
   * @throws IOException if the platform does not answer
   * @throws Refusal if it refuses
   */
  JsonNode getUntil(String path, Predicate<JsonNode> holds, Consumer<JsonNode> each)
      throws IOException, InterruptedException {
    while (true) {
      var answer = get(path);
      each.accept(answer);
      if (holds.test(answer)) {
        return answer;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /**
   * Has something done.
   *
   * @param body JSON
   * @throws IOException if the platform does not answer
   * @throws Refusal if it refuses
   */
  Done post(String path, String body) throws IOException, InterruptedException {
    var answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    return new Done(json(answer), answer.headers().firstValue("Location"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token.get());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() / 100 != 2) {
      throw new Problem(answer.statusCode(), answer.body()).refusal();
    }
    return answer;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
