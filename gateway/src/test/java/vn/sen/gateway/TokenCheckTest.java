package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.sen.gateway.ProblemAssert.assertProblem;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest extends GatewayFixture {

  private static final String MEMBER = "/api/membership/members/1";

  private static JWTClaimsSet.Builder claims() {
    return ISSUER.claims("console", "chair");
  }

  private static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  private void isRefused(String someToken) {
    // when
    var response = send(as(someToken, MEMBER).GET());
    // then
    assertProblem(response, 401, "sign-in-needed");
    assertThat(response.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer error=\"invalid_token\"");
    assertThat(MEMBERSHIP.seen()).isEmpty();
  }

  @Nested
  class AValidToken {

    @Test
    void goesOnToTheServiceWhichChecksItToo() {
      // when
      var response = send(to(MEMBER).GET());
      // then
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(MEMBERSHIP.seen().getFirst().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void mayLiveForTheLongestTime() {
      // given
      var now = Instant.now();
      var longest =
          claims().issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)));
      // then
      assertThat(send(as(ISSUER.sign(longest.build()), MEMBER).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void isFollowedToANewKeyOfTheIssuer() {
      // given
      get(MEMBER);
      ISSUER.changesItsKey();
      // then
      var signedAnew = ISSUER.token("console", "chair");
      await()
          .untilAsserted(
              () -> assertThat(send(as(signedAnew, MEMBER).GET()).statusCode()).isEqualTo(200));
    }

    @Test
    void isNotNeededForWhatIsOpen() {
      assertThat(send(withoutToken("/api/docs").GET()).statusCode()).isEqualTo(200);
      assertThat(send(withoutToken("/api/membership/openapi").GET()).statusCode()).isEqualTo(200);
      assertThat(send(withoutToken("/actuator/health").GET()).statusCode()).isEqualTo(200);
      assertThat(send(withoutToken("/identity/sign-in").GET()).statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class WithoutAToken {

    @ParameterizedTest
    @ValueSource(
        strings = {
          MEMBER,
          "/api/membership/openapi/more",
          "/api/nothing",
          "/api/identity/people",
          "/actuator/prometheus",
          "/nothing"
        })
    void nobodyComesIn(String path) {
      // when
      var response = send(withoutToken(path).GET());
      // then
      assertProblem(response, 401, "sign-in-needed");
      assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
      assertThat(MEMBERSHIP.seen()).isEmpty();
      assertThat(IDENTITY.seen()).isEmpty();
    }

    @Test
    void anybodyMayAskWhetherACertificateIsGoodAndNothingElseOfIt() {
      // given
      var path = "/api/training/certificate-checks";
      // then it goes on to the service, which is not there in this test
      assertThat(send(withoutToken(path).POST(BodyPublishers.ofString("{}"))).statusCode())
          .isNotEqualTo(401);
      assertProblem(send(withoutToken(path).GET()), 401, "sign-in-needed");
      assertProblem(
          send(withoutToken(path + "/").POST(BodyPublishers.ofString("{}"))),
          401,
          "sign-in-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verify", "/check?number=54/2026/BC-HPN/0001", "/keys"})
    void anybodyMayCheckAnIssuedReportAndSeesNothingElseOfIt(String check) {
      // given
      var issued = "/api/reporting/issued";
      // then it goes on to the service, which is not there in this test
      assertThat(send(withoutToken(issued + check).GET()).statusCode()).isNotEqualTo(401);
      assertProblem(
          send(withoutToken(issued + check).POST(BodyPublishers.ofString("{}"))),
          401,
          "sign-in-needed");
      assertProblem(send(withoutToken(issued).GET()), 401, "sign-in-needed");
      assertProblem(send(withoutToken(issued + "/verify/x").GET()), 401, "sign-in-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void theDescriptionOfTheApiCanOnlyBeRead(String method) {
      var request = withoutToken("/api/membership/openapi");
      request.method(method, BodyPublishers.noBody());
      assertProblem(send(request), 401, "sign-in-needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic c2VuOnNlbg==", "bearer", "Token x"})
    void otherCredentialsAreNone(String credentials) {
      var request = withoutToken(MEMBER).header("Authorization", credentials);
      assertThat(send(request.GET()).statusCode()).isEqualTo(401);
      assertThat(MEMBERSHIP.seen()).isEmpty();
    }

    @Test
    void aTokenInTheAddressIsNone() {
      assertProblem(
          send(withoutToken(MEMBER + "?access_token=" + token).GET()), 401, "sign-in-needed");
    }

    @Test
    void isSaidInTheReadersLanguage() {
      var inEnglish = send(withoutToken(MEMBER).header("Accept-Language", "en").GET());
      assertThat(json(inEnglish).path("title").asString()).isEqualTo("Sign in");
      var inVietnamese = send(withoutToken(MEMBER).GET());
      assertThat(json(inVietnamese).path("title").asString()).isEqualTo("Cần đăng nhập");
    }
  }

  @Nested
  class AToken {

    @Test
    void withoutSignatureIsRefused() {
      isRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void whoseSignatureIsCutOffIsRefused() {
      isRefused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void thatWasChangedIsRefused() {
      var other = ISSUER.token("console", "auditor");
      var parts = token.split("\\.");
      isRefused(parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
    }

    @Test
    void signedWithThePublicKeyAsASecretIsRefused() throws JOSEException {
      // given
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ISSUER.key().getKeyID()).build();
      var forged = new SignedJWT(header, claims().build());
      forged.sign(new MACSigner(ISSUER.key().toPublicJWK().toString().getBytes()));
      // then
      isRefused(forged.serialize());
    }

    @Test
    void ofAnotherKeyWithTheSameNameIsRefused() throws JOSEException {
      var own = new RSAKey.Builder(StubIssuer.newKey()).keyID(ISSUER.key().getKeyID()).build();
      isRefused(StubIssuer.sign(claims().build(), own, "at+jwt"));
    }

    @Test
    void thatBringsItsOwnKeyIsRefused() throws JOSEException {
      // given
      var own = StubIssuer.newKey();
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build();
      var forged = new SignedJWT(header, claims().build());
      forged.sign(new RSASSASigner(own));
      // then
      isRefused(forged.serialize());
    }

    @Test
    void ofAnotherIssuerIsRefused() {
      var foreign = new StubIssuer();
      isRefused(foreign.token("console", "chair"));
      isRefused(ISSUER.sign(claims().issuer(foreign.uri().toString()).build()));
    }

    @Test
    void forAnotherAudienceIsRefused() {
      isRefused(ISSUER.sign(claims().audience("elsewhere").build()));
      isRefused(ISSUER.sign(claims().audience(List.of()).build()));
    }

    @Test
    void thatHasExpiredIsRefused() {
      isRefused(
          ISSUER.sign(
              claims()
                  .issueTime(in(Duration.ofMinutes(-7)))
                  .expirationTime(in(Duration.ofMinutes(-2)))
                  .build()));
    }

    @Test
    void thatIsNotYetValidIsRefused() {
      isRefused(ISSUER.sign(claims().notBeforeTime(in(Duration.ofMinutes(2))).build()));
    }

    @Test
    void thatLivesTooLongIsRefused() {
      isRefused(ISSUER.sign(claims().expirationTime(in(Duration.ofMinutes(6))).build()));
    }

    @Test
    void withoutAnEndIsRefused() {
      isRefused(ISSUER.sign(claims().expirationTime(null).build()));
      isRefused(ISSUER.sign(claims().issueTime(null).build()));
    }

    @Test
    void ofNobodyIsRefused() {
      isRefused(ISSUER.sign(claims().subject(null).build()));
    }

    @Test
    void ofAnotherKindIsRefused() {
      isRefused(StubIssuer.sign(claims().build(), ISSUER.key(), "logout+jwt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "e30.e30.e30", "%00"})
    void thatIsNoneIsRefused(String nonsense) {
      isRefused(nonsense);
    }

    @Test
    void besideAnotherIsRefused() {
      var request = to(MEMBER).header("Authorization", "Bearer " + token);
      assertProblem(send(request.GET()), 400, "bad-request");
    }
  }

  @Test
  void tokensOfUnknownKeysDoNotMakeTheGatewayAskTheIssuerAgainAndAgain() {
    // given
    var forged =
        Stream.generate(() -> StubIssuer.sign(claims().build(), StubIssuer.newKey(), "at+jwt"))
            .limit(8)
            .toList();
    get(MEMBER);
    // when
    for (var token : forged) {
      assertThat(send(as(token, MEMBER).GET()).statusCode()).isEqualTo(401);
    }
    // then
    assertThat(ISSUER.seen()).hasSizeLessThanOrEqualTo(3);
  }
}
