package vn.sen.identity.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.events.Topic;
import vn.sen.identity.Browser;
import vn.sen.identity.GatewayDouble.Asking;
import vn.sen.identity.IdentityService;

/** The whole way from the gateway's question to tokens, and what ends them. */
class CodeFlowIT extends IdentityService {

  @Autowired MongoDatabase database;

  private static final String COOKIE = "sen-sign-in";

  /** Somebody at a unit, who signs in with a password of her own. */
  private record Somebody(String id, String name, String password) {}

  private Somebody somebody() {
    var name = freshName();
    var id = register(name, List.of(officerAt(UUID.randomUUID())));
    return new Somebody(id, name, derivedPassword(name));
  }

  /** Follows the redirects to the form, signs in, and comes back to the gateway with a code. */
  private static String code(Browser browser, Asking asking, Somebody who) {
    var form = browser.get(browser.get(asking.uri()).expect(302).location().toString()).expect(200);
    var entered =
        browser
            .postForm(
                ISSUER + "/sign-in",
                Map.of("_csrf", form.csrf(), "name", who.name(), "password", who.password()))
            .expect(303);
    return codeBehind(browser, entered, asking);
  }

  private static String codeBehind(Browser browser, Browser.Page entered, Asking asking) {
    var back = browser.get(entered.location().toString()).expect(302);
    assertThat(back.location().toString()).startsWith(GATEWAY.redirectUri());
    assertThat(back.parameter("state")).isEqualTo(asking.state());
    return back.parameter("code");
  }

  private static JsonNode signIn(Browser browser, Somebody who) {
    var asking = GATEWAY.ask(ISSUER);
    var code = code(browser, asking, who);
    return GATEWAY.exchange(ISSUER, code, asking.verifier()).expect(200).json();
  }

  private static String text(JsonNode tokens, String field) {
    return tokens.path(field).asString();
  }

  @Test
  void leadsFromTheGatewayToTokensAndBack() {
    // given
    var who = somebody();
    // when
    var tokens = signIn(new Browser(), who);
    // then
    var access = claims(text(tokens, "access_token"));
    assertThat(access.path("sub").asString()).isEqualTo(who.id());
    assertThat(access.path("client_id").asString()).isEqualTo("sen-console");
    assertThat(access.at("/sen/appointments")).hasSize(1);
    var identity = claims(text(tokens, "id_token"));
    assertThat(identity.path("sub").asString()).isEqualTo(who.id());
    assertThat(identity.path("aud").asString()).isEqualTo("sen-console");
    assertThat(identity.path("nonce").asString()).startsWith("n-");
    assertThat(identity.path("sid").asString()).isEqualTo(access.path("sid").asString());
    assertThat(identity.path("preferred_username").asString()).isEqualTo(who.name());
    assertThat(identity.path("auth_time").asLong()).isPositive();
  }

  @Test
  void aSecondQuestionOfTheSameBrowserNeedsNoPassword() {
    // given
    var who = somebody();
    var browser = new Browser();
    var first = claims(text(signIn(browser, who), "access_token"));
    // when
    var asking = GATEWAY.ask(ISSUER);
    var code = browser.get(asking.uri()).expect(302).parameter("code");
    var second = GATEWAY.exchange(ISSUER, code, asking.verifier()).expect(200).json();
    // then
    assertThat(claims(text(second, "access_token")).path("sid")).isEqualTo(first.path("sid"));
  }

  @Test
  void aCodeIsWorthNothingWithoutItsProofAndOnlyOnce() {
    // given
    var who = somebody();
    var asking = GATEWAY.ask(ISSUER);
    var code = code(new Browser(), asking, who);
    // then
    GATEWAY.exchange(ISSUER, code, UUID.randomUUID() + "-" + UUID.randomUUID()).expect(400);
    var tokens = GATEWAY.exchange(ISSUER, code, asking.verifier()).expect(200).json();
    GATEWAY.exchange(ISSUER, code, asking.verifier()).expect(400);
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
  }

  @Test
  void aCodeGoesNowhereElse() {
    var asking = GATEWAY.ask(ISSUER).uri().replace("login%2Foauth2", "elsewhere");
    assertThat(new Browser().get(asking).expect(400).body()).contains("Không thực hiện được");
    var withoutProof = GATEWAY.ask(ISSUER).uri().replaceAll("code_challenge[^&]*=[^&]*&?", "");
    assertThat(new Browser().get(withoutProof).expect(302).location().toString())
        .contains("error=invalid_request");
  }

  @Test
  void refreshTokensRotateAndOneThatComesAgainEndsTheSession() {
    // given
    var tokens = signIn(new Browser(), somebody());
    var first = text(tokens, "refresh_token");
    // when
    var renewed = GATEWAY.refresh(ISSUER, first).expect(200).json();
    var second = text(renewed, "refresh_token");
    // then
    assertThat(second).isNotEqualTo(first);
    var sid = claims(text(tokens, "access_token")).path("sid").asString();
    assertThat(claims(text(renewed, "access_token")).path("sid").asString()).isEqualTo(sid);
    clock.advance(Duration.ofMinutes(1));
    GATEWAY.refresh(ISSUER, first).expect(400);
    GATEWAY.refresh(ISSUER, second).expect(400);
    var revoked = PublishedRecords.of(Topic.ACCESS, sid, 1).getFirst();
    assertThat(new String(revoked.value(), UTF_8)).contains("\"sid\":\"" + sid + "\"");
  }

  @Test
  void askingTwiceAtOnceIsRefusedAndEndsNothing() {
    // given
    var tokens = signIn(new Browser(), somebody());
    var renewed = GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(200).json();
    // when
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
    // then
    GATEWAY.refresh(ISSUER, text(renewed, "refresh_token")).expect(200);
  }

  @Test
  void aSignInEndsHoweverOftenItIsRenewed() {
    // given
    var browser = new Browser();
    var tokens = signIn(browser, somebody());
    clock.advance(Duration.ofHours(11));
    var renewed = GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(200).json();
    // when
    clock.advance(Duration.ofHours(1));
    // then
    GATEWAY.refresh(ISSUER, text(renewed, "refresh_token")).expect(400);
    assertThat(browser.get(GATEWAY.ask(ISSUER).uri()).expect(302).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
  }

  @Test
  void aSessionFixedBeforeSigningInIsWorthNothing() {
    // given
    var who = somebody();
    var browser = new Browser();
    browser.get(ISSUER + "/sign-in").expect(200);
    var before = browser.cookie(COOKIE);
    // when
    browser.signIn(ISSUER, who.name(), who.password()).expect(303);
    // then
    assertThat(before).isNotEmpty();
    assertThat(browser.cookie(COOKIE)).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void formsNeedTheirToken() {
    // given
    var who = somebody();
    var browser = new Browser();
    // when
    var refused =
        browser.postForm(
            ISSUER + "/sign-in", Map.of("name", who.name(), "password", who.password()));
    // then
    assertThat(refused.expect(302).location().toString()).isEqualTo(ISSUER + "/sign-in");
    assertThat(browser.get(ISSUER + "/").expect(303).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
  }

  @Test
  void pagesAllowNothingButThemselves() {
    // when
    var page = new Browser().get(ISSUER + "/sign-in").expect(200);
    // then
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/identity");
    assertThat(page.body()).doesNotContain("<script", "style=", "onclick").contains("Đăng nhập");
    assertThat(new Browser().get(ISSUER + "/sign-in.css").expect(200).body()).contains("main");
  }

  @Test
  void pagesSpeakTheReadersLanguage() {
    var page = new Browser().get(ISSUER + "/sign-in", "Accept-Language", "en-GB,en").expect(200);
    assertThat(page.body()).contains("Sign-in name").contains("lang=\"en\"");
  }

  @Test
  void linksFollowTheIssuerWhateverTheRequestSays() {
    var page =
        new Browser()
            .get(
                ISSUER + "/sign-in",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil")
            .expect(200);
    assertThat(page.body()).doesNotContain("evil").contains("action=\"/identity/sign-in\"");
  }

  @Test
  void tooManyFailuresLockTheNameForATimeWhetherAnybodyBearsItOrNot() {
    // given
    var who = somebody();
    // when
    for (var name : List.of(who.name(), freshName())) {
      for (int i = 0; i < 5; i++) {
        var refused = new Browser().signIn(ISSUER, name, "wrong " + i).expect(401);
        assertThat(refused.body()).contains("không đúng");
      }
      assertThat(new Browser().signIn(ISSUER, name, who.password()).expect(429).body())
          .contains("thử lại");
    }
    // then
    clock.advance(Duration.ofMinutes(15));
    new Browser().signIn(ISSUER, who.name(), who.password()).expect(303);
  }

  @Test
  void aFirstPasswordMustBeChangedBeforeAnythingElse() {
    // given
    var who = somebody();
    var given = command(who.id(), "first-password", "").expect(200).json().path("password");
    var browser = new Browser();
    var asking = GATEWAY.ask(ISSUER);
    browser.get(asking.uri()).expect(302);
    // when
    var entered = browser.signIn(ISSUER, who.name(), given.asString()).expect(303);
    // then
    assertThat(entered.location().toString()).isEqualTo(ISSUER + "/password");
    assertThat(browser.get(GATEWAY.ask(ISSUER).uri()).expect(302).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
    choose(browser, "short", "short").expect(422);
    choose(browser, "một câu dài dễ nhớ", "một câu dài khác").expect(422);
    choose(browser, given.asString(), given.asString()).expect(422);
    choose(browser, who.name() + "-2026", who.name() + "-2026").expect(422);
    choose(browser, "một câu dài dễ nhớ", "một câu dài dễ nhớ").expect(303);
    browser.get(GATEWAY.ask(ISSUER).uri()).expect(302).parameter("code");
    new Browser().signIn(ISSUER, who.name(), given.asString()).expect(401);
    assertThat(
            new Browser()
                .signIn(ISSUER, who.name(), "một câu dài dễ nhớ")
                .expect(303)
                .location()
                .toString())
        .isEqualTo(ISSUER + "/");
  }

  private static Browser.Page choose(Browser browser, String password, String again) {
    var form = browser.get(ISSUER + "/password").expect(200);
    return browser.postForm(
        ISSUER + "/password", Map.of("_csrf", form.csrf(), "password", password, "again", again));
  }

  @Test
  void aFirstPasswordLapses() {
    // given
    var who = somebody();
    var given = command(who.id(), "first-password", "").expect(200).json().path("password");
    // when
    clock.advance(Duration.ofDays(7));
    // then
    new Browser().signIn(ISSUER, who.name(), given.asString()).expect(401);
  }

  @Test
  void nobodyChoosesAPasswordWithoutHavingShownOne() {
    assertThat(new Browser().get(ISSUER + "/password").expect(303).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
  }

  @Test
  void signingHerOutEverywhereEndsSessionsHereAndAtTheGateway() {
    // given
    var who = somebody();
    var browser = new Browser();
    var tokens = signIn(browser, who);
    var sid = claims(text(tokens, "access_token")).path("sid").asString();
    // when
    command(who.id(), "sign-out", "").expect(200);
    // then
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
    assertThat(browser.get(GATEWAY.ask(ISSUER).uri()).expect(302).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
    awaitLogoutToken(sid);
    signIn(new Browser(), who);
  }

  private static JsonNode awaitLogoutToken(String sid) {
    return await()
        .until(
            () ->
                GATEWAY.logoutTokens().stream()
                    .map(IdentityService::claims)
                    .filter(claims -> claims.path("sid").asString().equals(sid))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void lockingEndsTheSessionAndTellsNobodyWhy() {
    // given
    var who = somebody();
    var tokens = signIn(new Browser(), who);
    // when
    command(who.id(), "lock", "").expect(200);
    // then
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
    assertThat(new Browser().signIn(ISSUER, who.name(), who.password()).expect(401).body())
        .contains("không đúng");
  }

  @Test
  void theGatewaySignsHerOutHereToo() {
    // given
    var who = somebody();
    var browser = new Browser();
    var tokens = signIn(browser, who);
    var home = GATEWAY.redirectUri().replace("login/oauth2/code/sen", "");
    // when
    var left =
        browser
            .get(
                ISSUER
                    + "/connect/logout?"
                    + Browser.form(
                        Map.of(
                            "id_token_hint",
                            text(tokens, "id_token"),
                            "post_logout_redirect_uri",
                            home)))
            .expect(302);
    // then
    assertThat(left.location().toString()).startsWith(home);
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
    assertThat(browser.get(GATEWAY.ask(ISSUER).uri()).expect(302).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
    var told = awaitLogoutToken(claims(text(tokens, "access_token")).path("sid").asString());
    assertThat(told.path("iss").asString()).isEqualTo(ISSUER);
    assertThat(told.path("aud").asString()).isEqualTo("sen-console");
    assertThat(told.path("sub").asString()).isEqualTo(who.id());
    assertThat(told.path("events").propertyNames())
        .containsExactly("http://schemas.openid.net/event/backchannel-logout");
    assertThat(told.has("nonce")).isFalse();
  }

  @Test
  void sheSignsOutOnThePageItself() {
    // given
    var browser = new Browser();
    var tokens = signIn(browser, somebody());
    var form = browser.get(ISSUER + "/sign-out").expect(200);
    // when
    var page = browser.postForm(ISSUER + "/sign-out", Map.of("_csrf", form.csrf())).expect(200);
    // then
    assertThat(page.body()).contains("đã đăng xuất");
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
  }

  @Test
  void anAppointmentThatEndsNowEndsTheSession() {
    // given
    var who = somebody();
    var tokens = signIn(new Browser(), who);
    var appointment =
        client.get(PEOPLE + "/" + who.id()).json().at("/appointments/0/id").asString();
    // when
    command(who.id(), "appointments/" + appointment + "/end", "{\"lastDay\":\"2024-12-31\"}")
        .expect(200);
    // then
    GATEWAY.refresh(ISSUER, text(tokens, "refresh_token")).expect(400);
    var again = signIn(new Browser(), who);
    assertThat(claims(text(again, "access_token")).at("/sen/appointments")).isEmpty();
  }

  @Test
  void aSignInIsOnRecord() {
    // given
    var who = somebody();
    // when
    signIn(new Browser(), who);
    // then
    PublishedRecords.where(
        Topic.AUDIT,
        record -> {
          var entry = new String(record.value(), UTF_8);
          return entry.contains("POST /sign-in") && entry.contains(who.id());
        },
        1);
  }

  @Test
  void aFailedSignInIsOnRecordWithoutTheNameThatWasTyped() {
    // given
    var who = somebody();
    var nobody = freshName();
    // when
    for (int i = 0; i < 6; i++) {
      new Browser().signIn(ISSUER, who.name(), "wrong " + i);
    }
    new Browser().signIn(ISSUER, nobody, "wrong").expect(401);
    // then
    for (var reason : List.of("password-wrong", "too-many-attempts")) {
      awaitRefusal(reason, who.id());
    }
    var unknown = awaitRefusal("name-unknown", "");
    assertThat(unknown).contains("POST /sign-in").doesNotContain(nobody, who.name());
  }

  @Test
  void whoeverIsLockedOutIsOnRecordAsSuch() {
    // given
    var who = somebody();
    command(who.id(), "lock", "").expect(200);
    // when
    new Browser().signIn(ISSUER, who.name(), who.password()).expect(401);
    // then
    awaitRefusal("person-locked", who.id());
  }

  private static String awaitRefusal(String reason, String about) {
    var record =
        PublishedRecords.where(
                Topic.AUDIT,
                r -> {
                  var entry = new String(r.value(), UTF_8);
                  return entry.contains("\"" + reason + "\"") && entry.contains(about);
                },
                1)
            .getFirst();
    return new String(record.value(), UTF_8);
  }

  @Test
  void sheChangesHerPasswordAndEverythingOpenUnderTheOldOneEnds() {
    // given two browsers
    var who = somebody();
    var here = new Browser();
    var there = new Browser();
    var tokens = signIn(here, who);
    var elsewhere = signIn(there, who);
    var next = "một câu dài dễ nhớ";
    assertThat(here.get(ISSUER + "/").expect(200).body()).contains("/identity/password");
    // when
    replace(here, "not it", next, next).expect(422);
    replace(here, who.password(), next, "một câu dài khác").expect(422);
    replace(here, who.password(), "short", "short").expect(422);
    replace(here, who.password(), who.password(), who.password()).expect(422);
    var before = here.cookie(COOKIE);
    assertThat(replace(here, who.password(), next, next).expect(200).body())
        .contains("Đã đổi mật khẩu");
    // then sessions of before are over, here and at the gateway
    assertThat(here.cookie(COOKIE)).isNotEqualTo(before);
    for (var session : List.of(tokens, elsewhere)) {
      GATEWAY.refresh(ISSUER, text(session, "refresh_token")).expect(400);
    }
    assertThat(there.get(GATEWAY.ask(ISSUER).uri()).expect(302).location().toString())
        .isEqualTo(ISSUER + "/sign-in");
    // and she goes on in this browser, elsewhere with the new one
    var asking = GATEWAY.ask(ISSUER);
    var code = here.get(asking.uri()).expect(302).parameter("code");
    GATEWAY.exchange(ISSUER, code, asking.verifier()).expect(200);
    new Browser().signIn(ISSUER, who.name(), who.password()).expect(401);
    new Browser().signIn(ISSUER, who.name(), next).expect(303);
    awaitRefusal("present-password-wrong", who.id());
  }

  @Test
  void nobodyGuessesThePresentPasswordInAnOpenBrowser() {
    // given
    var who = somebody();
    var browser = new Browser();
    signIn(browser, who);
    // when
    for (int i = 0; i < 5; i++) {
      replace(browser, "wrong " + i, "một câu dài dễ nhớ", "một câu dài dễ nhớ").expect(422);
    }
    // then
    replace(browser, who.password(), "một câu dài dễ nhớ", "một câu dài dễ nhớ").expect(429);
  }

  private static Browser.Page replace(
      Browser browser, String present, String password, String again) {
    var form = browser.get(ISSUER + "/password").expect(200);
    assertThat(form.body()).contains("name=\"present\"");
    return browser.postForm(
        ISSUER + "/password",
        Map.of("_csrf", form.csrf(), "present", present, "password", password, "again", again));
  }

  @Test
  void nothingOfATokenIsKept() {
    // given
    var tokens = signIn(new Browser(), somebody());
    // when
    var kept = new StringBuilder();
    database.getCollection("authorizations").find().forEach(d -> kept.append(d.toJson()));
    // then
    for (var token : List.of("access_token", "refresh_token", "id_token")) {
      assertThat(kept).doesNotContain(text(tokens, token));
    }
  }
}
