package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the reports is not asked for as JSON: streams of events, files, and feeds. */
class LiveReportsTest extends ReportFixture {

  private static final String EVENTS = "text/event-stream";

  private HttpResponse<InputStream> follow(String path) throws IOException, InterruptedException {
    var request = to(path).header("Accept", EVENTS).header("Last-Event-ID", "7").GET().build();
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  /** Tells one event at once, and another one when it may. */
  private static void tells(CountDownLatch another) {
    REPORTING.behaves(
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", EVENTS);
          exchange.getResponseHeaders().add("Cache-Control", "no-store");
          exchange.sendResponseHeaders(200, 0);
          var out = exchange.getResponseBody();
          out.write("id: 8\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
          out.flush();
          Backend.await(another);
          out.write("id: 9\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
  }

  @Test
  void anEventPassesWhenItComesAndNotWhenTheStreamEnds() throws Exception {
    // given
    var another = new CountDownLatch(1);
    tells(another);
    // when
    var response = follow(report);
    // then
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(EVENTS);
    try (var lines = lines(response)) {
      assertThat(lines.readLine()).isEqualTo("id: 8");
      another.countDown();
      assertThat(lines.lines().toList()).contains("id: 9");
    }
    assertThat(REPORTING.seen().getFirst().header("Last-event-id")).isEqualTo("7");
  }

  @Test
  void everyFollowerHasAStreamOfHerOwn() throws Exception {
    // given
    var another = new CountDownLatch(1);
    tells(another);
    // when
    var first = follow(report);
    var second = follow(report);
    // then
    assertThat(lines(first).readLine()).isEqualTo("id: 8");
    assertThat(lines(second).readLine()).isEqualTo("id: 8");
    another.countDown();
    assertThat(REPORTING.seen()).hasSize(2);
  }

  @Test
  void followersDoNotCloseTheWayForOthers() throws Exception {
    // given more streams than calls make a breaker judge
    var another = new CountDownLatch(1);
    tells(another);
    for (int i = 0; i < 20; i++) {
      assertThat(lines(follow(report)).readLine()).isEqualTo("id: 8");
    }
    another.countDown();
    // then
    REPORTING.reports(() -> "1");
    assertThat(get(report).statusCode()).isEqualTo(200);
  }

  @Test
  void eachRepresentationOfAReportIsKeptForItself() {
    // given
    REPORTING.behaves(
        exchange -> {
          var accept = exchange.getRequestHeaders().getFirst("Accept");
          exchange.getResponseHeaders().add("ETag", "W/\"" + accept + "\"");
          exchange.getResponseHeaders().add("Vary", "Accept, Accept-Language");
          exchange.getResponseHeaders().add("Cache-Control", "no-cache");
          Backend.send(exchange, 200, "as " + accept);
        });
    for (var accept : List.of("application/json", "text/csv", "application/pdf")) {
      for (int i = 0; i < 2; i++) {
        assertThat(send(to(report).header("Accept", accept).GET()).body())
            .isEqualTo("as " + accept);
      }
    }
    assertThat(asked())
        .containsExactly(
            "", "W/\"application/json\"", "", "W/\"text/csv\"", "", "W/\"application/pdf\"");
  }

  @Test
  void aFeedPassesWithItsSecretAndWithoutAToken() {
    // given
    var feed = "/feeds/" + UUID.randomUUID() + ".csv";
    REPORTING.answers(200, Map.of("Content-Type", "text/csv"), "a,b\n");
    var secret =
        "Basic " + Base64.getEncoder().encodeToString("id:secret".getBytes(StandardCharsets.UTF_8));
    // when
    var response = send(withoutToken(feed).header("Authorization", secret).GET());
    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("a,b\n");
    assertThat(response.headers().firstValue("RateLimit-Policy").orElseThrow())
        .startsWith("\"address\"");
    var seen = REPORTING.seen().getFirst();
    assertThat(seen.uri()).isEqualTo(feed);
    assertThat(seen.header("Authorization")).isEqualTo(secret);
  }

  @Test
  void whatTheServiceSaysToAWrongSecretPasses() {
    REPORTING.answers(401, Map.of("WWW-Authenticate", "Basic realm=\"Sen\""), "");
    var response = send(withoutToken("/feeds/" + UUID.randomUUID() + ".csv").GET());
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"Sen\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feeds/", "/feeds/x.csv", "/feeds/all", "/feeds"})
  void nothingElseBelowFeedsIsOpen(String path) {
    assertThat(send(withoutToken(path).GET()).statusCode()).isEqualTo(401);
    assertThat(REPORTING.seen()).isEmpty();
  }
}
