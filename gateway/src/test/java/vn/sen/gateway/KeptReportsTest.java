package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptReportsTest extends ReportFixture {

  private static final int LARGEST = 2 << 20;

  @Nested
  class AnUnchangedReport {

    @Test
    void isAskedForByItsETagAndGivenWhole() {
      // given
      isKept("1");
      // when
      var response = get(report);
      // then
      assertThat(asked()).containsExactly("W/\"1\"");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{\"version\":\"1\"}");
      assertThat(response.headers().allValues("ETag")).containsExactly("W/\"1\"");
      assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-cache");
      assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
      assertThat(response.headers().allValues("Content-Length")).containsExactly("15");
      assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"1\"", "\"0\", W/\"1\"", "*"})
    void isNotSentToAClientWhoHasIt(String known) {
      // given
      isKept("1");
      // when
      var response = send(to(report).header("If-None-Match", known).GET());
      // then
      assertThat(asked()).containsExactly("W/\"1\"");
      assertThat(response.statusCode()).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().allValues("ETag")).containsExactly("W/\"1\"");
      assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-cache");
      assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void isKeptAlsoForAClientWhoHasIt() {
      // given
      REPORTING.reports(() -> "1");
      var known = to(report).header("If-None-Match", "W/\"1\"").GET();
      // when
      var first = send(known);
      var second = send(known);
      // then
      assertThat(asked()).containsExactly("", "W/\"1\"");
      assertThat(List.of(first, second))
          .allSatisfy(
              response -> {
                assertThat(response.statusCode()).isEqualTo(304);
                assertThat(response.headers().allValues("ETag")).containsExactly("W/\"1\"");
                assertThat(response.headers().firstValue("Content-Type")).isEmpty();
              });
      assertThat(get(report).body()).isEqualTo("{\"version\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"0\"", "1", "W/", "\""})
    void isSentToAClientWhoHasAnotherOne(String known) {
      // given
      isKept("1");
      // when
      var response = send(to(report).header("If-None-Match", known).GET());
      // then
      assertThat(asked()).containsExactly("W/\"1\"");
      assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void bearsWhatTheServiceSaysAboutItNow() {
      // given
      REPORTING.answers(
          200, Map.of("ETag", "\"1\"", "Sen-Told", "then", "Content-Language", "vi"), "{}");
      get(report);
      // when
      REPORTING.answers(304, Map.of("ETag", "\"1\"", "Sen-Told", "now"), "");
      var response = get(report);
      // then
      assertThat(response.body()).isEqualTo("{}");
      assertThat(response.headers().allValues("Sen-Told")).containsExactly("now");
      assertThat(response.headers().allValues("Content-Language")).containsExactly("vi");
    }

    @Test
    void mayComeInPiecesOfUnstatedLength() {
      // given
      String body = "0123456789".repeat(LARGEST / 10);
      REPORTING.answersInPieces(Map.of("ETag", "\"1\""), body);
      get(report);
      // when
      REPORTING.answers(304, Map.of("ETag", "\"1\""), "");
      // then
      assertThat(get(report).body()).isEqualTo(body);
    }
  }

  @Nested
  class AChangedReport {

    @Test
    void takesTheOldOnesPlace() {
      // given
      isKept("1");
      REPORTING.reports(() -> "2");
      // when
      var changed = get(report);
      var unchanged = get(report);
      // then
      assertThat(List.of(changed.body(), unchanged.body())).containsOnly("{\"version\":\"2\"}");
      assertThat(asked()).containsExactly("W/\"1\"", "W/\"2\"");
    }

    @Test
    void isSentToAClientWhoHasTheOldOne() {
      // given
      isKept("1");
      REPORTING.reports(() -> "2");
      // when
      var response = send(to(report).header("If-None-Match", "W/\"1\"").GET());
      // then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{\"version\":\"2\"}");
    }

    @Test
    void isNotSentToAClientWhoHasItFromElsewhere() {
      // given
      isKept("1");
      REPORTING.reports(() -> "2");
      // when
      var response = send(to(report).header("If-None-Match", "W/\"2\"").GET());
      // then
      assertThat(response.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void metricsCountByOutcome() {
    // given
    isKept("1");
    get(report);
    // when
    var metrics = get("/actuator/prometheus").body();
    // then
    assertThat(metrics)
        .contains(
            "gateway_reports_total{outcome=\"fetched\"}",
            "gateway_reports_total{outcome=\"unchanged\"}")
        .doesNotContain(report);
  }
}
