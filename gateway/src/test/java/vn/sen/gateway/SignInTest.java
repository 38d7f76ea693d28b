package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest extends SessionFixture {

  @Nested
  class TheWayToTheIssuerAndBack {

    @Test
    void asksForACodeWithProofKeyStateAndNonce() {
      // when
      var departure = browser().get("/session/sign-in");
      // then
      assertThat(departure.statusCode()).isEqualTo(303);
      assertThat(departure.headers().firstValue("Location"))
          .hasValueSatisfying(
              address -> assertThat(address).startsWith(ISSUER.uri() + "/authorize?"));
      assertThat(Browser.parameters(departure))
          .containsEntry("response_type", "code")
          .containsEntry("client_id", "sen-console")
          .containsEntry("scope", "openid")
          .containsEntry("redirect_uri", "https://sen.example/session/callback")
          .containsEntry("code_challenge_method", "S256")
          .containsKeys("code_challenge", "state", "nonce");
    }

    @Test
    void redeemsTheCodeAsItselfWithTheKeyItPromised() {
      // given
      var browser = browser();
      var question = leave(browser, "/");
      // when
      comeBack(browser, Map.of("code", "the-code", "state", question.get("state")));
      // then
      assertThat(asked)
          .singleElement()
          .satisfies(
              redeemed -> {
                assertThat(redeemed)
                    .containsEntry("grant_type", "authorization_code")
                    .containsEntry("code", "the-code")
                    .containsEntry("redirect_uri", "https://sen.example/session/callback");
                assertThat(sha256(redeemed.get("code_verifier")))
                    .isEqualTo(question.get("code_challenge"));
              });
      assertThat(ISSUER.seen().getLast().header("Authorization")).startsWith("Basic ");
    }

    @Test
    void endsAtThePageThatWasWanted() {
      // when
      var arrival = signIn(browser(), "/console/members%3Funit=54");
      // then
      assertThat(arrival.statusCode()).isEqualTo(303);
      assertThat(arrival.headers().firstValue("Location"))
          .contains("https://sen.example/console/members?unit=54");
    }

    @Test
    void givesTheBrowserACookieAndNothingElse() {
      // given
      var browser = browser();
      // when
      var cookies = signIn(browser, "/").headers().allValues("Set-Cookie");
      // then
      assertThat(cookies)
          .satisfiesExactlyInAnyOrder(
              session ->
                  assertThat(session)
                      .startsWith(SESSION + "=")
                      .containsIgnoringCase("; HttpOnly")
                      .contains("; Path=/", "; Secure", "; SameSite=Strict")
                      .doesNotContain("Domain", "Max-Age", "Expires"),
              signIn -> assertThat(signIn).startsWith(SIGN_IN + "=;").contains("Max-Age=0"));
      assertThat(browser.cookies().keySet()).containsExactly(SESSION);
    }

    @Test
    void letsNoTokenReachTheBrowser() {
      // given
      var browser = signedIn();
      // when
      browser.get("/session");
      browser.get(MEMBER);
      browser.post(MEMBER, csrfToken(browser), "{}");
      // then
      assertThat(given).hasSize(3);
      assertThat(browser.seen()).doesNotContain(given).doesNotContainPattern(A_TOKEN);
    }
  }

  @Nested
  class IsRefused {

    private void refused(HttpResponse<String> answer, Browser browser) {
      assertProblem(answer, 400, "sign-in-failed");
      assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void toABrowserThatDidNotBeginIt() {
      // given
      var question = leave(browser(), "/");
      var another = browser();
      // when
      var answer = comeBack(another, Map.of("code", "c", "state", question.get("state")));
      // then
      refused(answer, another);
      assertThat(asked).isEmpty();
    }

    @Test
    void withTheStateOfAnother() {
      // given
      var browser = browser();
      leave(browser, "/");
      var other = leave(browser(), "/");
      // then
      refused(comeBack(browser, Map.of("code", "c", "state", other.get("state"))), browser);
      assertThat(asked).isEmpty();
    }

    @Test
    void withoutState() {
      var browser = browser();
      leave(browser, "/");
      refused(comeBack(browser, Map.of("code", "c")), browser);
    }

    @Test
    void whenTheIssuerSaysNo() {
      // given
      var browser = browser();
      var question = leave(browser, "/");
      // then
      refused(
          comeBack(browser, Map.of("error", "access_denied", "state", question.get("state"))),
          browser);
    }

    @Test
    void whenAnotherIssuerAnswers() {
      // given
      var browser = browser();
      var question = leave(browser, "/");
      // then
      refused(
          comeBack(
              browser,
              Map.of("code", "c", "state", question.get("state"), "iss", "https://evil.example")),
          browser);
      assertThat(asked).isEmpty();
    }

    @Test
    void withTheIdTokenOfAnotherSignIn() {
      // given
      var browser = browser();
      var question = leave(browser, "/");
      nonce = "another";
      // then
      refused(comeBack(browser, Map.of("code", "c", "state", question.get("state"))), browser);
    }

    @Test
    void withAnIdTokenThatTheIssuerDidNotSign() {
      // given
      ISSUER.givesTokens(
          exchange ->
              StubIssuer.json(
                  exchange,
                  200,
                  Map.of(
                      "access_token",
                      "a",
                      "token_type",
                      "Bearer",
                      "expires_in",
                      300,
                      "id_token",
                      StubIssuer.sign(idClaims().build(), StubIssuer.newKey(), "JWT"))));
      var browser = browser();
      // then
      refused(signIn(browser, "/"), browser);
    }

    @Test
    void afterTooLong() {
      // given
      var browser = browser();
      var question = leave(browser, "/");
      // when
      clock.moves(Duration.ofMinutes(11));
      // then
      refused(comeBack(browser, Map.of("code", "c", "state", question.get("state"))), browser);
    }

    @Test
    void aSecondTime() {
      // given
      var browser = browser();
      var question = leave(browser, "/");
      var answer = Map.of("code", "c", "state", question.get("state"));
      comeBack(browser, answer);
      // then
      assertProblem(comeBack(browser, answer), 400, "sign-in-failed");
      assertThat(asked).hasSize(1);
    }

    @Test
    void withACookieThatWasMadeUp() {
      var browser = browser();
      var question = leave(browser, "/");
      for (var madeUp : List.of("x", "AAAA", "", "%00", "A".repeat(200))) {
        browser.cookies().put(SIGN_IN, madeUp);
        refused(comeBack(browser, Map.of("code", "c", "state", question.get("state"))), browser);
      }
    }

    @Test
    void whileTheIssuerIsAway() {
      // given
      var browser = browser();
      ISSUER.givesTokens(HttpExchange::close);
      // then
      assertProblem(signIn(browser, "/"), 503, "service-unavailable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        ".evil.example",
        "@evil.example",
        ":80@evil.example",
        "/\r\nSet-Cookie:a=b",
        "/\t/evil.example",
        "javascript:alert(1)",
        " /",
        ""
      })
  void leadsToNoOtherPlace(String page) {
    // when
    var answer =
        browser().get("/session/sign-in?return=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    // then
    assertProblem(answer, 400, "bad-request");
  }

  @Nested
  class ASessionFixedBeforeSignIn {

    @Test
    void isNotTheOneThatIsSignedIn() {
      // given
      var attacker = signedIn();
      var known = attacker.cookies().get(SESSION);
      var victim = browser();
      victim.cookies().put(SESSION, known);
      // when
      signIn(victim, "/");
      // then
      assertThat(victim.cookies().get(SESSION)).isNotEqualTo(known);
      assertThat(attacker.get(MEMBER).statusCode()).isEqualTo(401);
      assertThat(victim.get(MEMBER).statusCode()).isEqualTo(200);
    }

    @Test
    void isNoneIfNobodyHasMadeIt() {
      // given
      var browser = browser();
      browser.cookies().put(SESSION, "A".repeat(64));
      // then
      assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
      signIn(browser, "/");
      assertThat(browser.cookies().get(SESSION)).isNotEqualTo("A".repeat(64));
    }
  }
}
