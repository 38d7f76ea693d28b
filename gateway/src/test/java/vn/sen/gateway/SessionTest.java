package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import com.mongodb.reactivestreams.client.MongoClient;
import com.sun.net.httpserver.HttpExchange;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class SessionTest extends SessionFixture {

  @Autowired MongoClient mongo;

  private String bearer(int request) {
    return MEMBERSHIP.seen().get(request).header("Authorization");
  }

  @Nested
  class ARequest {

    @Test
    void reachesTheServiceWithTheSessionsTokenAndWithoutCookies() {
      // given
      var browser = signedIn();
      // when
      var answer = browser.get(MEMBER);
      // then
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(bearer(0)).isEqualTo("Bearer " + given.getFirst());
      assertThat(MEMBERSHIP.seen().getFirst().header("Cookie")).isEmpty();
    }

    @Test
    void withATokenOfItsOwnIsAMachines() {
      // given
      var browser = signedIn();
      // when
      var answer = browser.send(post(MEMBER, "{}"));
      // then
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(bearer(0)).isEqualTo("Bearer " + token);
    }

    @Test
    void withAnInvalidTokenOfItsOwnIsNotSavedByItsCookie() {
      assertProblem(signedIn().send(as("invalid", MEMBER).GET()), 401, "sign-in-needed");
    }

    @Test
    void withTwoSessionsIsRefused() {
      // given
      var browser = signedIn();
      browser.cookies().put("a", "b; " + SESSION + "=" + signedIn().cookies().get(SESSION));
      // then
      assertProblem(browser.get(MEMBER), 400, "bad-request");
      assertProblem(browser.get("/session"), 400, "bad-request");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void withACookieThatPlainHttpCouldHaveSetHasNoSession() {
      // given
      var browser = signedIn();
      var id = browser.cookies().remove(SESSION);
      browser.cookies().put("sen-session", id);
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "%00%00", "{\"$ne\":1}"})
    void withACookieThatWasMadeUpHasNoSession(String cookie) {
      // given
      var browser = browser();
      browser.cookies().put(SESSION, cookie);
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
    }

    @Test
    void withAnotherBitInItsCookieHasNoSession() {
      // given
      var browser = signedIn();
      browser
          .cookies()
          .computeIfPresent(SESSION, (_, id) -> (id.startsWith("A") ? "B" : "A") + id.substring(1));
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
    }

    @Test
    void withTooManyCookiesIsRefusedAndTheServiceHearsNothing() {
      // given
      var browser = signedIn();
      browser.cookies().put("large", "x".repeat(40_000));
      // then
      assertThat(browser.get(MEMBER).statusCode()).isIn(413, 431);
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void toTheSignInPagesKeepsTheGatewaysCookiesBack() {
      // given
      var browser = signedIn();
      browser.cookies().put("own", "1");
      browser.cookies().put(SIGN_IN, "2");
      browser.cookies().put("another", "3");
      // when
      browser.get("/identity/people");
      // then
      assertThat(IDENTITY.seen().getFirst().header("Cookie")).isEqualTo("own=1; another=3");
    }

    @Test
    void sharesNoReportWithAnotherSession() {
      // given
      REPORTING.behaves(
          exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            var whose = exchange.getRequestHeaders().getFirst("Authorization");
            Backend.send(exchange, 200, String.valueOf(given.indexOf(whose.substring(7))));
          });
      var report = ReportFixture.newReport();
      // then
      assertThat(Stream.of(signedIn(), signedIn()).map(b -> b.get(report).body()))
          .doesNotHaveDuplicates()
          .doesNotContain("-1");
    }
  }

  @Nested
  class ACommand {

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void fromAnothersPageIsRefused(String method) {
      // given
      var browser = signedIn();
      var forged = withoutToken(MEMBER).header("Origin", "https://evil.example");
      // when
      var answer = browser.send(forged.method(method, BodyPublishers.ofString("{}")));
      // then
      assertProblem(answer, 403, "csrf-token-missing");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void withTheTokenOfAnotherSessionIsRefused() {
      // given
      var browser = signedIn();
      // then
      assertProblem(browser.post(MEMBER, csrfToken(signedIn()), "{}"), 403, "csrf-token-missing");
      assertProblem(browser.post(MEMBER, "", "{}"), 403, "csrf-token-missing");
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void withItsTokenReachesTheService() {
      // given
      var browser = signedIn();
      // when
      var answer = browser.post(MEMBER, csrfToken(browser), "{\"a\":1}");
      // then
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(MEMBERSHIP.seen().getFirst().body()).isEqualTo("{\"a\":1}");
    }
  }

  @Nested
  class ItsTime {

    @Test
    void endsAfterHalfAnHourWithoutARequest() {
      // given
      var browser = signedIn();
      // when
      clock.moves(Duration.ofMinutes(31));
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
      assertProblem(browser.get("/session"), 401, "sign-in-needed");
    }

    @Test
    void goesOnWithEveryRequestButNotForEver() {
      // given
      var browser = signedIn();
      // when
      for (int halfHours = 1; halfHours < 25; halfHours++) {
        clock.moves(Duration.ofMinutes(29));
        assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
      }
      clock.moves(Duration.ofMinutes(25));
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
    }

    @Test
    void isToldToThePage() {
      // given
      var browser = signedIn();
      // when
      var session = json(browser.get("/session"));
      // then
      assertThat(Duration.between(clock.instant(), Instant.parse(session.path("ends").asString())))
          .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
      assertThat(session.propertyNames()).containsExactlyInAnyOrder("csrfToken", "begun", "ends");
    }
  }

  @Nested
  class ItsToken {

    @Test
    void isRenewedBeforeItExpires() {
      // given
      var browser = signedIn();
      clock.moves(Duration.ofSeconds(250));
      // when
      browser.get(MEMBER);
      browser.get(MEMBER);
      // then
      assertThat(asked)
          .hasSize(2)
          .last()
          .satisfies(
              renewal ->
                  assertThat(renewal)
                      .containsEntry("grant_type", "refresh_token")
                      .containsEntry("refresh_token", given.get(1)));
      assertThat(bearer(0)).isEqualTo("Bearer " + given.get(3)).isEqualTo(bearer(1));
    }

    @Test
    void isRenewedOnceForAllWhoAskAtTheSameTime() {
      // given
      var browser = signedIn();
      clock.moves(Duration.ofMinutes(6));
      var held = new CountDownLatch(1);
      ISSUER.givesTokens(
          exchange -> {
            Backend.await(held);
            giveTokens(exchange);
          });
      // when
      var cookie = SESSION + "=" + browser.cookies().get(SESSION);
      var answers =
          Stream.generate(() -> sendAsync(withoutToken(MEMBER).header("Cookie", cookie).GET()))
              .limit(20)
              .toList();
      held.countDown();
      // then
      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
      assertThat(asked).hasSize(2);
      assertThat(MEMBERSHIP.seen())
          .allSatisfy(
              seen -> assertThat(seen.header("Authorization")).isEqualTo("Bearer " + given.get(3)));
    }

    @Test
    void goesOnToServeWhileTheIssuerIsAwayAndItIsValid() {
      // given
      var browser = signedIn();
      clock.moves(Duration.ofSeconds(250));
      ISSUER.givesTokens(HttpExchange::close);
      // then
      assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
      clock.moves(Duration.ofMinutes(1));
      assertProblem(browser.get(MEMBER), 503, "service-unavailable");
      ISSUER.givesTokens(SessionTest.this::giveTokens);
      assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
    }

    @Test
    void isNotGivenAnyMoreWhenTheIssuerSaysSo() {
      // given
      var browser = signedIn();
      clock.moves(Duration.ofMinutes(6));
      ISSUER.givesTokens(
          exchange -> StubIssuer.json(exchange, 400, Map.of("error", "invalid_grant")));
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
      assertProblem(browser.get("/session"), 401, "sign-in-needed");
    }
  }

  @Nested
  class SigningOut {

    private HttpResponse<String> signOut(Browser browser, String how) {
      return browser.post("/session/sign-out" + how, csrfToken(browser), "");
    }

    @Test
    void endsTheSessionHereAndSendsTheBrowserToEndItAtTheIssuer() {
      // given
      var browser = signedIn();
      var id = browser.cookies().get(SESSION);
      // when
      var answer = signOut(browser, "");
      // then
      assertThat(browser.cookies()).isEmpty();
      assertThat(json(answer).path("continueAt").asString())
          .startsWith(ISSUER.uri() + "/sign-out?")
          .contains(
              "id_token_hint=" + given.get(2),
              "client_id=sen-console",
              "post_logout_redirect_uri=https")
          .doesNotContain(given.get(0), given.get(1));
      browser.cookies().put(SESSION, id);
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
    }

    @Test
    void leavesOtherSessionsUnlessItIsToBeEverywhere() {
      // given
      var here = signedIn();
      var there = signedIn();
      var elsewhere = signedIn();
      // when
      signOut(here, "");
      // then
      assertThat(there.get(MEMBER).statusCode()).isEqualTo(200);
      signOut(there, "?everywhere");
      assertProblem(elsewhere.get(MEMBER), 401, "sign-in-needed");
    }

    @Test
    void cannotBeDoneByAnothersPage() {
      // given
      var browser = signedIn();
      // then
      assertProblem(browser.post("/session/sign-out", "", ""), 403, "csrf-token-missing");
      assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
      assertProblem(browser.get("/session/sign-out"), 404, "no-such-resource");
    }
  }

  @Nested
  class TheStore {

    private List<Document> all() {
      return Flux.from(mongo.getDatabase("sen_gateway").getCollection("sessions").find())
          .collectList()
          .block();
    }

    @Test
    void canNeitherFindACookieNorReadAToken() {
      // given
      var browser = signedIn();
      // when
      var stored = all().toString() + all().stream().map(SessionTest::bytes).toList();
      // then
      assertThat(stored)
          .contains(subject)
          .doesNotContain(given)
          .doesNotContainPattern(A_TOKEN)
          .doesNotContain(browser.cookies().get(SESSION))
          .doesNotContain(browser.cookies().get(SESSION).substring(0, 40));
    }

    @Test
    void forgetsSessionsThatAreOver() {
      // given
      signedIn();
      clock.moves(Duration.ofHours(1));
      // when
      signedIn();
      // then
      assertThat(all().stream().filter(stored -> stored.getString("subject").equals(subject)))
          .hasSize(1);
    }
  }

  private static String bytes(Document session) {
    var sealed = session.get("tokens", Binary.class).getData();
    return new String(sealed, StandardCharsets.ISO_8859_1);
  }
}
