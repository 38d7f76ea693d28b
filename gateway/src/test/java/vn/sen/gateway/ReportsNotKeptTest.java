package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsNotKeptTest extends ReportFixture {

  private static final int LARGEST = 2 << 20;

  @Nested
  class Never {

    private void isNotKept(String body) {
      var responses = List.of(get(report), get(report));
      assertThat(responses).extracting(HttpResponse::body).containsOnly(body);
      assertThat(asked()).containsExactly("", "");
    }

    @Test
    void isAnAnswerWithoutETagKept() {
      REPORTING.answers(200, Map.of(), "{}");
      isNotKept("{}");
    }

    @ParameterizedTest
    @CsvSource({
      "Cache-Control, 'no-cache, no-store'",
      "Cache-Control, private",
      "Set-Cookie, who=chair",
      "Vary, User-Agent",
      "Vary, *"
    })
    void isAnAnswerForOnePersonKept(String header, String value) {
      REPORTING.answers(200, Map.of("ETag", "\"1\"", header, value), "{}");
      isNotKept("{}");
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 404, 503})
    void isAnythingElseThanAReportKept(int status) {
      REPORTING.answers(status, Map.of("ETag", "\"1\""), "{}");
      isNotKept("{}");
    }

    @Test
    void isALargeAnswerKept() {
      REPORTING.answers(200, Map.of("ETag", "\"1\""), "x".repeat(LARGEST + 1));
      isNotKept("x".repeat(LARGEST + 1));
    }

    @Test
    void isALargeAnswerOfUnstatedLengthKept() {
      REPORTING.answersInPieces(Map.of("ETag", "\"1\""), "x".repeat(LARGEST + 1));
      isNotKept("x".repeat(LARGEST + 1));
    }

    @Test
    void isALargeAnswerSentToAClientWhoHasIt() {
      // given
      REPORTING.answers(200, Map.of("ETag", "\"1\""), "x".repeat(LARGEST + 1));
      // when
      var response = send(to(report).header("If-None-Match", "\"1\"").GET());
      // then
      assertThat(response.statusCode()).isEqualTo(304);
    }

    @Test
    void isHalfAnAnswerKept() {
      // given
      REPORTING.hangsAfterHeaders();
      assertThat(sendAsync(to(report).GET())).failsWithin(Duration.ofSeconds(20));
      // when
      REPORTING.reports(() -> "1");
      get(report);
      // then
      assertThat(asked()).containsOnly("");
    }
  }

  @Nested
  class AReportThatMayBeKeptNoLonger {

    @Test
    void isForgotten() {
      // given
      isKept("1");
      REPORTING.answers(200, Map.of("ETag", "\"2\"", "Cache-Control", "no-store"), "mine");
      // then
      assertThat(get(report).body()).isEqualTo("mine");
      assertThat(get(report).body()).isEqualTo("mine");
      assertThat(asked()).containsExactly("W/\"1\"", "", "");
    }

    @Test
    void isForgottenWhenItHasGrownTooLarge() {
      // given
      isKept("1");
      String body = "x".repeat(LARGEST + 1);
      REPORTING.answersInPieces(Map.of("ETag", "\"2\""), body);
      // then
      assertThat(get(report).body()).isEqualTo(body);
      assertThat(get(report).body()).isEqualTo(body);
      assertThat(asked()).containsExactly("W/\"1\"", "", "");
    }

    @Test
    void isForgottenWhenOnlyOneMaySeeThatItIsUnchanged() {
      // given
      isKept("1");
      REPORTING.answers(304, Map.of("ETag", "\"1\"", "Set-Cookie", "who=chair"), "");
      // when
      var response = send(to(report).header("If-None-Match", "W/\"0\"").GET());
      // then
      assertThat(asked()).containsExactly("W/\"1\"", "");
      assertThat(response.headers().firstValue("Set-Cookie")).contains("who=chair");
    }

    @Test
    void givesWayToTheServicesProblem() {
      // given
      isKept("1");
      REPORTING.answers(
          503, Map.of("Content-Type", "application/problem+json", "Retry-After", "7"), "loading");
      // when
      var response = get(report);
      // then
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("loading");
      assertThat(response.headers().firstValue("Retry-After")).contains("7");
    }
  }

  @Nested
  class PastWhatIsKept {

    @ParameterizedTest
    @CsvSource({
      "Sen-Consistency, 9@1",
      "Range, bytes=0-3",
      "If-Match, '\"1\"'",
      "If-Modified-Since, 'Thu, 26 Nov 2026 12:00:00 GMT'",
      "Cache-Control, no-cache",
      "Cache-Control, no-store",
      "Pragma, no-cache"
    })
    void goesARequestThatWantsAnAnswerOfItsOwn(String header, String value) {
      // given
      isKept("1");
      // when
      send(to(report).header(header, value).GET());
      // then
      assertThat(asked()).containsExactly("");
      assertThat(REPORTING.seen().getFirst().header(header)).isEqualTo(value);
    }

    @Test
    void goesARequestWithAnotherMethod() {
      // given
      isKept("1");
      // when
      send(to(report).HEAD());
      send(to(report).POST(BodyPublishers.ofString("{}")));
      // then
      assertThat(asked()).containsExactly("", "");
    }

    @Test
    void goesTheConditionOfTheClientHerself() {
      // given
      isKept("2");
      // when
      var response =
          send(
              to(report).header("Sen-Consistency", "9@1").header("If-None-Match", "W/\"2\"").GET());
      // then
      assertThat(asked()).containsExactly("W/\"2\"");
      assertThat(response.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void otherContextsAreNotKept() {
    // given
    MEMBERSHIP.answers(200, Map.of("ETag", "\"1\""), "{}");
    // when
    get("/api/membership/members/1");
    get("/api/membership/members/1");
    // then
    assertThat(MEMBERSHIP.seen())
        .hasSize(2)
        .allSatisfy(seen -> assertThat(seen.header("If-None-Match")).isEmpty());
  }
}
