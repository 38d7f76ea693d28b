package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see of the sign-in service, under {@code /identity}. */
class SignInPagesTest extends GatewayFixture {

  @Test
  void comeFromTheSignInServiceAsItGivesThem() {
    // given
    IDENTITY.answers(
        302, Map.of("Location", "https://sen.example/identity/login", "Set-Cookie", "own=1"), "");
    // when
    var answer = send(withoutToken("/identity/oauth2/authorize?client_id=x&state=a%2Fb").GET());
    // then
    assertThat(IDENTITY.seen().getFirst().uri())
        .isEqualTo("/identity/oauth2/authorize?client_id=x&state=a%2Fb");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .contains("https://sen.example/identity/login");
    assertThat(answer.headers().firstValue("Set-Cookie")).contains("own=1");
  }

  @Test
  void areToldWhereTheyAreSeenAndByWhomWhateverTheClientSays() {
    // when
    send(
        withoutToken("/identity/login")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Proto", "gopher")
            .header("X-Forwarded-For", "10.9.9.9")
            .header("X-Forwarded-Prefix", "/evil")
            .header("Forwarded", "host=evil.example")
            .GET());
    // then
    assertThat(IDENTITY.seen())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.header("X-Forwarded-Host")).isEqualTo("sen.example");
              assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("https");
              assertThat(seen.header("X-Forwarded-Port")).isEqualTo("443");
              assertThat(seen.header("X-Forwarded-For")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
              assertThat(seen.headers().toString()).doesNotContain("evil", "10.9.9.9");
            });
  }

  @Test
  void keepTheirOwnCookiesAndCredentials() {
    // when
    send(
        withoutToken("/identity/oauth2/token")
            .header("Authorization", "Basic c2VuOnNlbg==")
            .header("Cookie", "own=1")
            .GET());
    // then
    assertThat(IDENTITY.seen().getFirst().header("Cookie")).isEqualTo("own=1");
    assertThat(IDENTITY.seen().getFirst().header("Authorization")).isEqualTo("Basic c2VuOnNlbg==");
  }

  @Test
  void takeNoLargeBodies() {
    // given
    var request = post("/identity/login", "x".repeat(2049));
    // then
    assertProblem(send(request), 413, "body-too-large");
    assertThat(IDENTITY.seen()).isEmpty();
  }

  @Test
  void areNotTheApiOfTheService() {
    assertProblem(send(withoutToken("/api/identity/people").GET()), 401, "sign-in-needed");
    assertThat(get("/api/identity/people").statusCode()).isEqualTo(200);
    assertThat(IDENTITY.seen()).hasSize(1);
  }
}
