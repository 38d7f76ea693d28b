package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedReportsTest extends ReportFixture {

  private List<CompletableFuture<HttpResponse<String>>> askAtOnce(int clients) {
    return IntStream.range(0, clients).mapToObj(_ -> sendAsync(to(report).GET())).toList();
  }

  @Nested
  class CallersWhoDiffer {

    @ParameterizedTest
    @ValueSource(
        strings = {"Accept", "Accept-Language", "Accept-Encoding", "Sen-Actor", "X-Unheard-Of"})
    void shareNothing(String header) {
      // given
      REPORTING.behaves(
          exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            Backend.send(
                exchange,
                200,
                exchange.getRequestHeaders().getOrDefault(header, List.of()).toString());
          });
      // when
      var answers =
          List.of(
              get(report).body(),
              send(to(report).header(header, "a").GET()).body(),
              send(to(report).header(header, "b").GET()).body());
      // then
      assertThat(answers).doesNotHaveDuplicates().endsWith("[a]", "[b]");
      assertThat(asked()).containsExactly("", "", "");
    }

    @Test
    void byTheirTokensShareNothing() {
      // given
      REPORTING.behaves(
          exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            Backend.send(exchange, 200, exchange.getRequestHeaders().getFirst("Authorization"));
          });
      var tokens = Stream.generate(() -> ISSUER.token("console", "chair")).limit(3).toList();
      // when
      var answers = tokens.stream().map(own -> send(as(own, report).GET()).body()).toList();
      // then
      assertThat(answers)
          .containsExactlyElementsOf(tokens.stream().map("Bearer "::concat).toList());
      assertThat(asked()).containsExactly("", "", "");
    }

    @Test
    void onlyInWhatDecidesNothingShare() {
      // given
      isKept("1");
      // when
      send(
          to(report)
              .header("User-Agent", "a")
              .header("Cookie", "a=1")
              .header("traceparent", "00-1")
              .GET());
      // then
      assertThat(asked()).containsExactly("W/\"1\"");
    }
  }

  @Nested
  class ACallerWhoMayNoLonger {

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void getsTheServicesAnswerAndNeverTheKeptReport(int status) {
      // given
      isKept("1");
      REPORTING.answers(
          status, Map.of("Content-Type", "application/problem+json"), "{\"type\":\"no\"}");
      // when
      var answers = List.of(get(report), get(report));
      // then
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.body()).isEqualTo("{\"type\":\"no\"}");
              });
      assertThat(asked()).containsExactly("W/\"1\"", "", "");
    }

    @Test
    void getsNothingOfItWithAnInvalidToken() {
      // given
      isKept("1");
      // when
      var expired = ISSUER.claims("console", "chair").expirationTime(new Date(0)).build();
      // then
      assertProblem(send(as(ISSUER.sign(expired), report).GET()), 401, "sign-in-needed");
      assertProblem(send(withoutToken(report).GET()), 401, "sign-in-needed");
      assertThat(asked()).isEmpty();
    }
  }

  @Nested
  class CallersAtTheSameTime {

    private final AtomicLong clock = new AtomicLong();

    /** A report that changes now and then; its answers say when the service looked. */
    private void look(HttpExchange exchange) throws IOException {
      long looked = clock.incrementAndGet();
      String etag = "\"%d\"".formatted(looked / 100);
      exchange.getResponseHeaders().add("ETag", etag);
      exchange.getResponseHeaders().add("Looked", Long.toString(looked));
      boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
      Backend.send(exchange, known ? 304 : 200, known ? "" : etag);
    }

    @Test
    void getWhatTheServiceFoundAfterTheyHadAsked() {
      // given
      int clients = 32;
      int requests = 50;
      REPORTING.behaves(this::look);
      get(report);
      // when
      try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
        var answers =
            IntStream.range(0, clients)
                .mapToObj(_ -> all.submit(() -> askInTurn(requests)))
                .toList();
        // then
        assertThat(answers)
            .allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(60)));
      }
      assertThat(REPORTING.seen()).hasSizeLessThan(clients * requests / 2);
    }

    private void askInTurn(int requests) {
      for (int request = 0; request < requests; request++) {
        long asked = clock.incrementAndGet();
        var answer = get(report);
        long looked = Long.parseLong(answer.headers().firstValue("Looked").orElseThrow());
        assertThat(looked).isGreaterThan(asked);
        assertThat(answer.body()).isEqualTo("\"%d\"".formatted(looked / 100));
      }
    }

    @Test
    void areNotHeldUpByAnAnswerThatHangs() {
      // given
      isKept("1");
      REPORTING.reportsAndHoldsTheFirst(() -> "1");
      var held = sendAsync(to(report).GET());
      await().until(() -> REPORTING.seen().size() == 1);
      // when
      var answers = askAtOnce(10);
      // then
      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
      assertThat(held).isNotDone();
      // when
      REPORTING.letGo();
      // then
      assertThat(held.join().body()).isEqualTo("{\"version\":\"1\"}");
    }

    @Test
    void doNotSufferWhenOneOfThemLeaves() {
      // given
      isKept("1");
      REPORTING.reportsAndHoldsTheFirst(() -> "1");
      var leaving = sendAsync(to(report).GET());
      await().until(() -> REPORTING.seen().size() == 1);
      var answers = askAtOnce(10);
      // when
      leaving.cancel(true);
      answers.getFirst().cancel(true);
      REPORTING.letGo();
      // then
      assertThat(answers.subList(1, answers.size()))
          .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }
  }

  @Nested
  class AServiceThatFails {

    private void givesAProblemTo(
        List<CompletableFuture<HttpResponse<String>>> answers, int status, String slug) {
      assertThat(answers)
          .extracting(CompletableFuture::join)
          .allSatisfy(
              answer -> {
                // the breaker may have opened meanwhile
                if (answer.statusCode() == 503) {
                  assertProblem(answer, 503, "service-unavailable");
                } else {
                  assertProblem(answer, status, slug);
                }
              })
          .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(status));
    }

    @Test
    void givesItsProblemToAllWhoAsk() {
      // given
      isKept("1");
      REPORTING.breaksOff();
      // then
      givesAProblemTo(askAtOnce(10), 502, "service-failed");
    }

    @Test
    void leavesNobodyWaitingWhenItHangs() {
      // given
      isKept("1");
      REPORTING.hangs();
      // when
      long start = System.nanoTime();
      givesAProblemTo(askAtOnce(10), 504, "service-timeout");
      // then
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("nobody waits for two time-outs")
          .isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void isSparedByTheBreaker() {
      // given
      isKept("1");
      breakers.find("reporting").orElseThrow().transitionToOpenState();
      // then
      assertProblem(get(report), 503, "service-unavailable");
      assertThat(REPORTING.seen()).isEmpty();
    }

    @Test
    void isAskedAboutTheSameReportWhenItIsBack() {
      // given
      isKept("1");
      REPORTING.breaksOff();
      assertProblem(get(report), 502, "service-failed");
      REPORTING.forget();
      // when
      REPORTING.reports(() -> "1");
      var response = get(report);
      // then
      assertThat(response.body()).isEqualTo("{\"version\":\"1\"}");
      assertThat(asked()).containsExactly("W/\"1\"");
    }
  }
}
