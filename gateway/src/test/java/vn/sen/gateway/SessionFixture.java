package vn.sen.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Browsers that sign in at the stub issuer, and time that can be moved. */
@Import(SessionFixture.MovableTime.class)
abstract class SessionFixture extends GatewayFixture {

  static final String SESSION = "__Host-sen-session";
  static final String SIGN_IN = "__Host-sen-signing-in";
  static final String MEMBER = "/api/membership/members/1";

  /** Header and payload of a JWT: long enough that no random bytes in Base64 look like it. */
  static final String A_TOKEN = "eyJ[A-Za-z0-9_-]{10,}\\.eyJ";

  final String subject = UUID.randomUUID().toString();
  final String sid = UUID.randomUUID().toString();

  /** What the issuer has given out, and was asked. */
  final List<String> given = new CopyOnWriteArrayList<>();

  final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  volatile String nonce = "";

  @Autowired MovableClock clock;

  @TestConfiguration
  static class MovableTime {
    @Bean
    MovableClock movableClock() {
      return new MovableClock();
    }
  }

  static final class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void moves(Duration time) {
      ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void theIssuerGivesTokens() {
    clock.ahead = Duration.ZERO;
    ISSUER.givesTokens(this::giveTokens);
  }

  void giveTokens(HttpExchange exchange) throws IOException {
    asked.add(form(ISSUER.seen().getLast().body()));
    StubIssuer.json(exchange, 200, tokens());
  }

  Map<String, ?> tokens() {
    var access = ISSUER.sign(ISSUER.claims("sen-console", subject).claim("sid", sid).build());
    var refresh = "refresh-" + UUID.randomUUID();
    var id = StubIssuer.sign(idClaims().build(), ISSUER.key(), "JWT");
    given.addAll(List.of(access, refresh, id));
    return Map.of(
        "access_token", access,
        "refresh_token", refresh,
        "id_token", id,
        "token_type", "Bearer",
        "expires_in", 300);
  }

  JWTClaimsSet.Builder idClaims() {
    return ISSUER
        .claims("sen-console", subject)
        .audience("sen-console")
        .claim("sid", sid)
        .claim("nonce", nonce);
  }

  Browser browser() {
    return new Browser(this::withoutToken, this::send);
  }

  /** A browser that has signed in. */
  Browser signedIn() {
    var browser = browser();
    assertThat(signIn(browser, "/").statusCode()).isEqualTo(303);
    return browser;
  }

  /** Goes the whole way; returns the gateway's last answer. */
  HttpResponse<String> signIn(Browser browser, String page) {
    var question = leave(browser, page);
    return comeBack(browser, Map.of("code", "the-code", "state", question.get("state")));
  }

  /** As far as the issuer; returns what the issuer is asked. */
  Map<String, String> leave(Browser browser, String page) {
    var departure = browser.get("/session/sign-in?return=" + page);
    assertThat(departure.statusCode()).as(departure.body()).isEqualTo(303);
    var question = Browser.parameters(departure);
    nonce = question.get("nonce");
    return question;
  }

  HttpResponse<String> comeBack(Browser browser, Map<String, String> answer) {
    var query =
        answer.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .toList();
    return browser.get("/session/callback?" + String.join("&", query));
  }

  String csrfToken(Browser browser) {
    return json(browser.get("/session")).path("csrfToken").asString();
  }

  JWTClaimsSet.Builder logoutClaims() {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER.uri().toString())
        .audience("sen-console")
        .subject(subject)
        .claim("sid", sid)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(120)))
        .jwtID(UUID.randomUUID().toString())
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
  }

  static Map<String, String> form(String body) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : body.split("&")) {
      var parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  static String sha256(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
