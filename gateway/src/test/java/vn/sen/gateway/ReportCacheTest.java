package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCacheTest extends GatewayFixture {

  /** A report that no other test has asked for. */
  private String report;

  @BeforeEach
  void aReport() {
    report = "/api/reporting/membership?unit=" + UUID.randomUUID();
  }

  private static void reportIs(String etag, String body) {
    REPORTING.answersUnlessHeld(etag, body);
  }

  private static List<String> askedWith() {
    return REPORTING.seen().stream().map(seen -> seen.header("If-None-Match")).toList();
  }

  @Nested
  class OneClient {

    @Test
    void getsAnUnchangedReportWithoutItsBeingSentAgain() {
      // given
      reportIs("\"a\"", "{\"members\":7}");

      // when
      var first = get(report);
      var second = get(report);

      // then
      assertThat(askedWith()).containsExactly("", "\"a\"");
      assertThat(first.body()).isEqualTo("{\"members\":7}");
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(second.body()).isEqualTo("{\"members\":7}");
      assertThat(second.headers().firstValue("ETag")).contains("\"a\"");
      assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(second.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void getsAChangedReportAtOnce() {
      // given
      reportIs("\"a\"", "{\"members\":7}");
      get(report);

      // when
      reportIs("\"b\"", "{\"members\":8}");

      // then
      assertThat(get(report).body()).isEqualTo("{\"members\":8}");
      assertThat(get(report).body()).isEqualTo("{\"members\":8}");
      assertThat(askedWith()).containsExactly("", "\"a\"", "\"b\"");
    }

    @ParameterizedTest
    @CsvSource({"'\"a\"'", "'W/\"a\"'", "'\"x\", \"a\"'", "*"})
    void whoHoldsItIsToldThatItHasNotChanged(String held) {
      // given
      reportIs("\"a\"", "{\"members\":7}");

      // then, whether the gateway has it already or not
      for (int i = 0; i < 2; i++) {
        var answer = send(to(report).header("If-None-Match", held).GET());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("ETag")).contains("\"a\"");
        assertThat(answer.body()).isEmpty();
      }
      assertThat(askedWith()).containsExactly("", "\"a\"");
    }

    @Test
    void whoHoldsAnOldOneGetsTheNewOne() {
      reportIs("\"b\"", "{\"members\":8}");
      assertThat(send(to(report).header("If-None-Match", "\"a\"").GET()).body())
          .isEqualTo("{\"members\":8}");
    }

    @ParameterizedTest
    @CsvSource({
      "Sen-Consistency, 6fd3c1a2-0000-8000-8000-000000000001@3",
      "Cache-Control, no-cache",
      "Range, bytes=0-9"
    })
    void goesToTheServiceByHerselfWhereSheSaysSo(String header, String value) {
      // given
      reportIs("\"a\"", "{\"members\":7}");
      get(report);

      // when
      send(to(report).header(header, value).GET());

      // then
      assertThat(askedWith()).containsExactly("", "");
    }

    @Test
    void neverGetsWhatAnotherOneMaySee() {
      // given
      reportIs("\"a\"", "{\"members\":7}");
      send(to(report).header("Authorization", "Bearer one").GET());

      // when
      send(to(report).header("Authorization", "Bearer other").GET());
      send(to(report).header("Cookie", "SESSION=other").GET());
      send(to(report).header("Accept-Language", "en").GET());
      send(to(report).header("Accept", "text/csv").GET());

      // then
      assertThat(askedWith()).containsExactly("", "", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({
      "Cache-Control, no-store",
      "Set-Cookie, a=b",
      "Vary, X-Somebody",
      "Content-Type, text/csv"
    })
    void nothingIsKeptThatIsNotForKeeping(String header, String value) {
      // given
      REPORTING.answersUnlessHeld("\"a\"", "{}", header, value);

      // when
      get(report);
      get(report);

      // then
      assertThat(askedWith()).containsExactly("", "");
    }

    @Test
    void aReportThatIsTooLargeToKeepPasses() {
      // given
      var body = "{\"text\":\"" + "x".repeat(3 << 20) + "\"}";
      reportIs("\"a\"", body);

      // then
      assertThat(get(report).body()).isEqualTo(body);
      assertThat(get(report).body()).isEqualTo(body);
      assertThat(askedWith()).containsExactly("", "");
    }

    @Test
    void aServiceThatFailsIsNotCoveredUp() {
      // given
      reportIs("\"a\"", "{\"members\":7}");
      get(report);

      // when
      REPORTING.breaksOff();

      // then
      assertProblem(get(report), 502, "service-failed");
    }
  }

  @Nested
  class ManyClients {

    private static final int CLIENTS = 24;

    @Test
    void shareTheServicesWordButNeverOneGivenBeforeTheyAsked() {
      // given the service is being asked
      var answer = REPORTING.holdsBack("\"a\"", "{\"members\":7}");
      var first = ask();
      await().until(() -> REPORTING.seen().size() == 1);

      // when others ask meanwhile
      var others = Stream.generate(ManyClients.this::ask).limit(CLIENTS).toList();

      // then they wait for a question that begins after theirs
      answer.countDown();
      assertThat(first.join().body()).isEqualTo("{\"members\":7}");
      assertThat(others)
          .allSatisfy(
              other -> {
                assertThat(other.join().statusCode()).isEqualTo(200);
                assertThat(other.join().body()).isEqualTo("{\"members\":7}");
              });
      assertThat(REPORTING.seen()).hasSizeBetween(2, CLIENTS);
    }

    @Test
    void allHearOfAFailure() {
      // given
      REPORTING.breaksOff();

      // when
      var asked = Stream.generate(ManyClients.this::ask).limit(CLIENTS).toList();

      // then
      assertThat(asked)
          .allSatisfy(
              one -> {
                // the breaker opens after a few
                assertThat(one.join().statusCode()).isIn(502, 503);
                assertThat(one.join().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("problem+json"));
              });
    }

    @Test
    void goOnWhereTheOneWhoAskedForAllHasGone() {
      // given
      var answer = REPORTING.holdsBack("\"a\"", "{\"members\":7}");
      var gone = ask();
      await().until(() -> REPORTING.seen().size() == 1);
      var waiting = ask();

      // when
      gone.cancel(true);
      answer.countDown();

      // then
      assertThat(waiting.join().body()).isEqualTo("{\"members\":7}");
    }

    private CompletableFuture<HttpResponse<String>> ask() {
      return sendAsync(to(report).GET());
    }
  }
}
