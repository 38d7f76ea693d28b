package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

class RateLimitTest {

  private static final String MEMBER = "/api/membership/members/1";

  @Nested
  @TestPropertySource(
      properties = {
        "sen.gateway.rate-limit.per=1h",
        "sen.gateway.rate-limit.client=100",
        "sen.gateway.rate-limit.clients.hasty=3"
      })
  class OfClients extends GatewayFixture {

    private final String person = UUID.randomUUID().toString();

    private List<HttpResponse<String>> askAs(String client, String subject, int times) {
      var request = as(ISSUER.token(client, subject), MEMBER).GET();
      return Stream.generate(() -> send(request)).limit(times).toList();
    }

    @Test
    void tellsWhatIsLeft() {
      // when
      var first = askAs("hasty", person, 1).getFirst().headers();
      // then
      assertThat(first.allValues("RateLimit-Policy")).containsExactly("\"client\";q=3;w=3600");
      assertThat(first.allValues("RateLimit"))
          .singleElement()
          .asString()
          .matches("\"client\";r=2;t=1[12]\\d\\d");
    }

    @Test
    void refusesWhatGoesBeyondAndSaysWhenToComeBack() {
      // given
      assertThat(askAs("hasty", person, 3)).extracting(HttpResponse::statusCode).containsOnly(200);
      MEMBERSHIP.forget();
      // when
      var refused = askAs("hasty", person, 1).getFirst();
      // then
      assertProblem(refused, 429, "too-many-requests");
      assertThat(refused.headers().firstValue("Retry-After").map(Long::valueOf))
          .hasValueSatisfying(wait -> assertThat(wait).isBetween(1L, 1200L));
      assertThat(refused.headers().firstValue("RateLimit"))
          .hasValueSatisfying(left -> assertThat(left).startsWith("\"client\";r=0;t="));
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void doesNotStopOthers() {
      // given
      assertThat(askAs("hasty", person, 4).getLast().statusCode()).isEqualTo(429);
      // then
      assertThat(askAs("hasty", "another", 1).getFirst().statusCode()).isEqualTo(200);
      assertThat(askAs("calm", person, 1).getFirst().statusCode()).isEqualTo(200);
    }

    @Test
    void isNotEvadedByANewToken() {
      // given
      askAs("hasty", person, 2);
      askAs("hasty", person, 1);
      // then
      assertThat(askAs("hasty", person, 1).getFirst().statusCode()).isEqualTo(429);
    }

    @Test
    void isNotUsedUpByWhoOnlyPretends() {
      // given
      var claims = ISSUER.claims("hasty", person).build();
      var forged = as(StubIssuer.sign(claims, StubIssuer.newKey(), "at+jwt"), MEMBER).GET();
      Stream.generate(() -> send(forged)).limit(5).forEach(answer -> {});
      // then
      assertThat(askAs("hasty", person, 1).getFirst().statusCode()).isEqualTo(200);
    }

    @Test
    void isSaidByTheGatewayAlone() {
      // given
      MEMBERSHIP.answers(200, Map.of("RateLimit", "\"own\";r=1;t=1"), "{}");
      // then
      assertThat(askAs("calm", person, 1).getFirst().headers().allValues("RateLimit"))
          .singleElement()
          .asString()
          .startsWith("\"client\";r=99;");
    }
  }

  @Nested
  @TestPropertySource(
      properties = {"sen.gateway.rate-limit.per=1h", "sen.gateway.rate-limit.address=5"})
  class OfStrangers extends GatewayFixture {

    @Test
    void countsWhateverComesWithoutAValidTokenAndStopsNobodyElse() {
      // given
      Stream.of(
              withoutToken("/identity/sign-in"),
              withoutToken("/api/docs/documents"),
              withoutToken(MEMBER),
              as("forged", MEMBER),
              as("another", MEMBER).header("X-Forwarded-For", "10.1.2.3"))
          .map(HttpRequest.Builder::GET)
          .forEach(
              request ->
                  assertThat(send(request).headers().firstValue("RateLimit-Policy"))
                      .contains("\"address\";q=5;w=3600"));
      IDENTITY.forget();
      // then
      for (var path : List.of("/identity/sign-in", "/api/docs/documents", MEMBER)) {
        var request = withoutToken(path).header("X-Forwarded-For", UUID.randomUUID().toString());
        assertProblem(send(request.GET()), 429, "too-many-requests");
      }
      assertThat(IDENTITY.seen()).isEmpty();
      assertThat(MEMBERSHIP.seen()).isEmpty();
      // but
      assertThat(get(MEMBER).statusCode()).isEqualTo(200);
      assertThat(send(withoutToken("/actuator/health/readiness").GET()).statusCode())
          .isEqualTo(200);
    }
  }

  @Nested
  @TestPropertySource(
      properties = {
        "sen.gateway.rate-limit.per=1h",
        "sen.gateway.rate-limit.address=1",
        "sen.gateway.rate-limit.proxies=1"
      })
  class BehindAProxy extends GatewayFixture {

    private int statusFrom(String forwarded) {
      return send(withoutToken("/api/docs/documents").header("X-Forwarded-For", forwarded).GET())
          .statusCode();
    }

    @Test
    void countsByTheAddressThatTheProxySaw() {
      assertThat(statusFrom("10.1.1.1")).isEqualTo(200);
      assertThat(statusFrom("10.2.2.2, 10.1.1.1")).isEqualTo(429);
      assertThat(statusFrom("10.1.1.1, 10.2.2.2")).isEqualTo(200);
    }

    @Test
    void countsANetworkOfIpv6AsOne() {
      assertThat(statusFrom("2001:db8:0:1::1")).isEqualTo(200);
      assertThat(statusFrom("2001:db8:0:1:ffff::2")).isEqualTo(429);
      assertThat(statusFrom("2001:db8:0:2::1")).isEqualTo(200);
    }
  }
}
