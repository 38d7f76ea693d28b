package vn.sen.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sen.embedded.SharedInfrastructure;

/** The command as a process: what it keeps over kills, and what it refuses. */
class SenIT {
  private static final int TERMINATED = 128 + 15;
  private static final String UNIT =
      """
      {"code":"54","name":"Phú Yên","level":"PROVINCE","kind":"PROVINCE","validFrom":"1989-07-01"}\
      """;

  @TempDir Path temp;

  private Path data;
  private int port;

  @BeforeEach
  void choosePlaces() throws IOException {
    data = temp.resolve("data");
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  @Test
  void findsItsDataAgainAfterAKillAndEndsCleanly() throws Exception {
    // given a platform with one unit
    try (var platform = SenProcess.start(data, port, "up")) {
      platform.awaitReady();
      assertThat(platform.out().lines())
          .startsWith("SEN READY http://localhost:" + port)
          .anyMatch(line -> line.contains("/session/sign-in · administrator · "));
      assertThat(send(post(UNIT)).statusCode()).isEqualTo(201);
      for (var context :
          new String[] {"membership", "lending", "training", "reporting", "identity"}) {
        assertThat(send(get("/api/" + context + "/openapi")).statusCode())
            .as(context)
            .isEqualTo(200);
      }

      // when it runs, its data belongs to it
      try (var second = SenProcess.start(data, port, "up")) {
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.err()).hasLineCount(1).contains(data.toString(), "pid");
      }
      try (var reset = SenProcess.start(data, port, "reset", "--yes")) {
        assertThat(reset.status()).isEqualTo(2);
        assertThat(reset.err()).hasLineCount(1);
      }

      // when it is killed
      platform.kill();
    }

    // then its data is found
    try (var platform = SenProcess.start(data, port, "up")) {
      platform.awaitReady();
      assertThat(send(get("/api/membership/org-units?code=54")).body()).contains("Phú Yên");

      // and its audit trail is as the log tells it
      try (var verification = SenProcess.start(data, port, "audit", "verify")) {
        assertThat(verification.status()).as(verification.err()).isZero();
        assertThat(verification.out()).contains("INTACT");
      }

      // and what it refuses is told in its own words
      try (var rebuild = SenProcess.start(data, port, "rebuild", "nothing")) {
        assertThat(rebuild.status()).isEqualTo(2);
        assertThat(rebuild.err())
            .hasLineCount(1)
            .contains("422", "(/view)")
            .doesNotContain("does not answer");
      }

      // and it ends when told to
      long asked = System.nanoTime();
      assertThat(platform.terminate()).isEqualTo(TERMINATED);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
      assertThat(platform.err()).doesNotContain("Exception");
    }

    // and forgotten when asked
    try (var reset = SenProcess.start(data, port, "reset", "--yes")) {
      assertThat(reset.status()).isZero();
    }
    assertThat(data.resolve("kafka")).doesNotExist();
    assertThat(data.resolve("mongodb")).doesNotExist();
  }

  @Test
  void usesServersThatRunAlready() throws Exception {
    // given
    var servers =
        Map.of(
            "SEN_KAFKA_BOOTSTRAP", SharedInfrastructure.kafkaBootstrap(),
            "SEN_MONGODB_URI", SharedInfrastructure.mongoUri());

    // when
    try (var platform = SenProcess.start(data, port, servers, "up")) {
      platform.awaitReady();
      assertThat(send(post(UNIT)).statusCode()).isEqualTo(201);
      platform.terminate();
    }

    // then the data folder holds logs and secrets, and the next platform finds what was written
    assertThat(data.resolve("kafka")).isEmptyDirectory();
    assertThat(data.resolve("mongodb")).isEmptyDirectory();
    try (var other = SenProcess.start(data, port, servers, "up")) {
      other.awaitReady();
      assertThat(send(get("/api/membership/org-units?code=54")).body()).contains("Phú Yên");
    }
  }

  @Test
  void saysInOneLineThatThePortIsTaken() throws Exception {
    try (var taken = new ServerSocket(port);
        var platform = SenProcess.start(data, port, "up")) {
      assertThat(platform.status()).isEqualTo(2);
      assertThat(platform.err()).hasLineCount(1).contains("SEN_PORT");
      assertThat(taken.isBound()).isTrue();
    }
  }

  @Test
  void saysInOneLineThatTheDataFolderIsNone() throws Exception {
    Files.writeString(data, "a file");
    try (var platform = SenProcess.start(data, port, "demo", "--exit")) {
      assertThat(platform.status()).isEqualTo(2);
      assertThat(platform.err()).hasLineCount(1).contains(data.toString());
    }
  }

  @Test
  void explainsItself() throws Exception {
    try (var help = SenProcess.start(data, port, "help")) {
      assertThat(help.status()).isZero();
      assertThat(help.out()).contains("up", "demo", "reset", "bench", "SEN_DATA");
    }
    try (var unknown = SenProcess.start(data, port, "dmeo")) {
      assertThat(unknown.status()).isEqualTo(2);
      assertThat(unknown.err()).hasLineCount(1).contains("dmeo");
    }
    assertThat(data).doesNotExist();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token());
  }

  private String token() {
    var tokens =
        new LocalTokens(
            URI.create("http://localhost:" + port),
            new Secrets(DataFolder.secretsIn(data)).local());
    return new RenewedToken(tokens, LocalTokens.Kind.USER, "administrator").get();
  }

  private HttpRequest get(String path) {
    return request(path).build();
  }

  private HttpRequest post(String body) {
    return request("/api/membership/org-units")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
        .build();
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    }
  }
}
