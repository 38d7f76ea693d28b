package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.net.http.HttpRequest;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class RoutingTest extends GatewayFixture {

  @Autowired RouteLocator locator;

  @Test
  void aRequestArrivesAsItWasSent() {
    // when
    send(
        post(
                "/api/membership/org-units/7/names?at=2023-12-31&code=22%20018",
                "{\"name\":\"Xã Hòa\"}")
            .header("Idempotency-Key", "k-1")
            .header("If-Match", "\"3\"")
            .header("Sen-Actor", "chair")
            .header("Accept-Language", "en"));
    // then
    assertThat(MEMBERSHIP.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.method()).isEqualTo("POST");
              assertThat(seen.uri())
                  .isEqualTo("/api/membership/org-units/7/names?at=2023-12-31&code=22%20018");
              assertThat(seen.body()).isEqualTo("{\"name\":\"Xã Hòa\"}");
              assertThat(seen.header("Idempotency-Key")).isEqualTo("k-1");
              assertThat(seen.header("If-Match")).isEqualTo("\"3\"");
              assertThat(seen.header("Sen-Actor")).isEqualTo("chair");
              assertThat(seen.header("Accept-Language")).isEqualTo("en");
            });
  }

  @Test
  void anAnswerComesBackAsItWasGiven() {
    // given
    MEMBERSHIP.answers(
        201,
        Map.of("ETag", "\"1\"", "Location", "/api/membership/members/9", "Sen-Consistency", "9@1"),
        "{\"id\":\"9\"}");
    // when
    var response = send(post("/api/membership/members", "{}"));
    // then
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(response.headers().firstValue("Location")).contains("/api/membership/members/9");
    assertThat(response.headers().firstValue("Sen-Consistency")).contains("9@1");
    assertThat(response.body()).isEqualTo("{\"id\":\"9\"}");
  }

  @Test
  void aServicesOwnProblemIsNotReplaced() {
    // given
    MEMBERSHIP.answers(
        503,
        Map.of("Content-Type", "application/problem+json", "Retry-After", "7"),
        "{\"type\":\"urn:sen:problem:outbox-full\"}");
    // when
    var response = send(post("/api/membership/members", "{}"));
    // then
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
    assertThat(response.body()).contains("outbox-full");
  }

  @Test
  void notModifiedPasses() {
    // given
    MEMBERSHIP.answers(304, Map.of("ETag", "\"x\""), "");
    // when
    var response = send(to("/api/membership/members/7").header("If-None-Match", "\"x\"").GET());
    // then
    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(MEMBERSHIP.seen().getFirst().header("If-None-Match")).isEqualTo("\"x\"");
    assertThat(REPORTING.seen()).isEmpty();
  }

  @Test
  void aServiceMayHaveManyRequestsUnderWay() {
    // given
    int requests = 100;
    MEMBERSHIP.answersOnlyTogether(requests);
    // when
    var answers =
        IntStream.range(0, requests)
            .mapToObj(number -> sendAsync(to("/api/membership/members/" + number).GET()))
            .toList();
    // then
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
  }

  @Test
  void aClientCannotPretendToBeAProxy() {
    // when
    send(
        to("/api/membership/members/1")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-For", "10.0.0.1")
            .header("Forwarded", "host=evil.example")
            .GET());
    // then
    assertThat(MEMBERSHIP.seen())
        .singleElement()
        .satisfies(
            seen ->
                assertThat(seen.headers().toString()).doesNotContain("evil.example", "10.0.0.1"));
  }

  @Test
  void cookiesGoToNoService() {
    // when
    send(to("/api/membership/members/1").header("Cookie", "a=1; b=2").GET());
    // then
    assertThat(MEMBERSHIP.seen().getFirst().header("Cookie")).isEmpty();
  }

  @Nested
  class Tracing {

    @Test
    void isBegunWhereNoneWasSent() {
      // when
      get("/api/membership/members/1");
      // then
      assertThat(MEMBERSHIP.seen().getFirst().header("traceparent"))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    @Test
    void goesOnWhereOneWasSent() {
      // when
      send(
          to("/api/membership/members/1")
              .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
              .GET());
      // then
      assertThat(MEMBERSHIP.seen().getFirst().header("traceparent"))
          .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
          .endsWith("-01");
    }
  }

  @Nested
  class WhereNothingIs {

    @ParameterizedTest
    @CsvSource({
      "vi, vi, Không tìm thấy",
      "en-GB, en, Not found",
      "'fr, en;q=0.5', en, Not found",
      "fr, vi, Không tìm thấy"
    })
    void theCallerReadsItInHerLanguage(String wanted, String given, String title) {
      // when
      var response = send(to("/api/nothing/here").header("Accept-Language", wanted).GET());
      // then
      assertThat(assertProblem(response, 404, "no-such-resource").path("title").asString())
          .isEqualTo(title);
      assertThat(response.headers().firstValue("Content-Language")).contains(given);
    }

    @Test
    void vietnameseIsTheDefault() {
      assertThat(assertProblem(get("/"), 404, "no-such-resource").path("title").asString())
          .isEqualTo("Không tìm thấy");
    }

    @Test
    void methodsThatNoServiceTakesAreRefused() {
      // when
      var response =
          send(to("/api/membership/x").method("TRACE", HttpRequest.BodyPublishers.noBody()));
      // then
      assertProblem(response, 405, "method-not-allowed");
      assertThat(response.headers().firstValue("Allow")).isPresent();
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }
  }

  @Nested
  class Operations {

    @Test
    void healthIsUpWhateverTheServicesDo() {
      assertThat(json(get("/actuator/health/readiness")).path("status").asString()).isEqualTo("UP");
      assertThat(json(get("/actuator/health/liveness")).path("status").asString()).isEqualTo("UP");
    }

    @Test
    void metricsCountByRouteAndHoldNoIds() {
      // given
      get("/api/membership/members/4f1c");
      // when
      var metrics = get("/actuator/prometheus").body();
      // then
      assertThat(metrics)
          .contains("spring_cloud_gateway_requests", "resilience4j_circuitbreaker_state")
          .doesNotContain("4f1c");
    }

    @Test
    void nothingElseOfTheActuatorIsOpen() {
      assertProblem(get("/actuator/env"), 404, "no-such-resource");
      assertProblem(get("/actuator/gateway/routes"), 404, "no-such-resource");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/reporting/issued/1/verification, reporting-slow",
    "/api/reporting/membership/changes?unit=54, reporting-slow",
    "/api/reporting/lending/duties/explanation/events?unit=54, reporting-slow",
    "/api/reporting/lending?unit=54&knownAt=2023-11-01, reporting-slow",
    "/api/reporting/lending?unit=54&asOf=2023-11-01, reporting",
    "/api/membership/members?knownAt=2023-11-01, membership"
  })
  void whatIsWorkedOutFromTheLogMayTakeLonger(String path, String route) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));

    var first =
        locator
            .getRoutes()
            .filterWhen(candidate -> Mono.from(candidate.getPredicate().apply(exchange)))
            .sort(Comparator.comparingInt(Route::getOrder))
            .blockFirst();

    assertThat(first.getId()).isEqualTo(route);
    assertThat(first.getMetadata().get(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR))
        .isEqualTo(route.endsWith("-slow") ? 4_000L : 3_000L);
  }
}
