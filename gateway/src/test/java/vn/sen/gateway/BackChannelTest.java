package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer tells the gateway behind the browser's back that a sign-in is over. */
class BackChannelTest extends SessionFixture {

  private HttpResponse<String> tell(String body) {
    return send(
        withoutToken("/session/back-channel")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> tell(JWTClaimsSet.Builder claims) {
    return tell("logout_token=" + StubIssuer.sign(claims.build(), ISSUER.key(), "logout+jwt"));
  }

  @Test
  void endsTheSessionsOfASignIn() {
    // given
    var browser = signedIn();
    // when
    var answer = tell(logoutClaims());
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertProblem(browser.get(MEMBER), 401, "sign-in-needed");
  }

  @Test
  void leavesThePersonsOtherSignIns() {
    // given
    var browser = signedIn();
    // when
    assertThat(tell(logoutClaims().claim("sid", "another")).statusCode()).isEqualTo(200);
    // then
    assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
  }

  @Test
  void endsAllSessionsOfAPersonWhereNoSignInIsNamed() {
    // given
    var browsers = List.of(signedIn(), signedIn());
    // when
    tell(logoutClaims().claim("sid", null));
    // then
    assertThat(browsers)
        .allSatisfy(browser -> assertThat(browser.get(MEMBER).statusCode()).isEqualTo(401));
  }

  static Stream<Arguments> whatIsWrong() {
    return Stream.of(
            change("of another issuer", c -> c.issuer("https://evil.example")),
            change("for another client", c -> c.audience("another")),
            change("expired", c -> c.expirationTime(in(Duration.ofMinutes(-2)))),
            change("old", c -> c.issueTime(in(Duration.ofMinutes(-10)))),
            change("undated", c -> c.issueTime(null)),
            change("without an id", c -> c.jwtID(null)),
            change("of nobody", c -> c.subject(null).claim("sid", null)),
            change("with a nonce", c -> c.claim("nonce", "n")),
            change("without an event", c -> c.claim("events", null)),
            change("of another event", c -> c.claim("events", Map.of("other", Map.of()))),
            change("with an odd event", c -> c.claim("events", "backchannel-logout")))
        .map(wrong -> Arguments.of(wrong.name, wrong.change));
  }

  private record Wrong(String name, UnaryOperator<JWTClaimsSet.Builder> change) {}

  private static Wrong change(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    return new Wrong(name, change);
  }

  private static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsWrong")
  void doesNotBelieveATokenThatIsWrong(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
    // given
    var browser = signedIn();
    // then
    assertProblem(tell(change.apply(logoutClaims())), 400, "bad-request");
    assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
  }

  @Test
  void doesNotBelieveATokenOfAnotherKeyOrKind() {
    // given
    var browser = signedIn();
    var claims = logoutClaims().build();
    // then
    for (var token :
        List.of(
            StubIssuer.sign(claims, StubIssuer.newKey(), "logout+jwt"),
            StubIssuer.sign(claims, ISSUER.key(), "at+jwt"),
            given.get(2),
            new PlainJWT(claims).serialize())) {
      assertProblem(tell("logout_token=" + token), 400, "bad-request");
    }
    assertThat(browser.get(MEMBER).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "logout_token=", "logout_token=x", "other=1"})
  void wantsAToken(String body) {
    assertProblem(tell(body), 400, "bad-request");
  }
}
