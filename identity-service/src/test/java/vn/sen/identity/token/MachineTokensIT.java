package vn.sen.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.events.Topic;
import vn.sen.identity.Browser;
import vn.sen.identity.IdentityService;

class MachineTokensIT extends IdentityService {

  private static final RSAKey FIRST = SigningKeys.generate("bank-1");
  private static final RSAKey SECOND = SigningKeys.generate("bank-2");

  private HttpServer bank;
  private volatile JWKSet published = new JWKSet(FIRST);

  @BeforeEach
  void publishKeys() throws IOException {
    bank = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bank.createContext(
        "/jwks",
        exchange -> {
          try (exchange) {
            var body = published.toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    bank.start();
  }

  @AfterEach
  void stop() {
    bank.stop(0);
  }

  private static String freshClient() {
    return "bank-" + UUID.randomUUID().toString().substring(0, 12);
  }

  private String register(String clientId, UUID bankId) {
    return client
        .post(
            CLIENTS,
            json(
                Map.of(
                    "clientId",
                    clientId,
                    "kind",
                    "BANK",
                    "bankId",
                    bankId,
                    "jwkSetUrl",
                    "http://localhost:" + bank.getAddress().getPort() + "/jwks")))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  private static JWTClaimsSet.Builder assertion(String clientId) {
    return new JWTClaimsSet.Builder()
        .issuer(clientId)
        .subject(clientId)
        .audience(ISSUER)
        .jwtID(UUID.randomUUID().toString())
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  private static String signed(RSAKey key, JWTClaimsSet claims) {
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
    return jwt.serialize();
  }

  private static Browser.Page ask(String assertion) {
    var clientId = claims(assertion).path("sub").asString();
    return new Browser()
        .postForm(
            ISSUER + "/oauth2/token",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion));
  }

  @Test
  void aBankGetsATokenForItsOwnLoans() {
    // given
    var clientId = freshClient();
    var bankId = UUID.randomUUID();
    register(clientId, bankId);
    // when
    var answer = ask(signed(FIRST, assertion(clientId).build())).expect(200);
    // then
    var claims = claims(answer.json().path("access_token").asString());
    assertThat(claims.path("sub").asString()).isEqualTo(clientId);
    assertThat(claims.path("client_id").asString()).isEqualTo(clientId);
    assertThat(claims.path("aud").asString()).isEqualTo("sen");
    assertThat(claims.has("sid")).isFalse();
    assertThat(claims.at("/sen/bank").asString()).isEqualTo(bankId.toString());
    assertThat(claims.at("/sen/appointments/0/roles/0").asString()).isEqualTo("BANK");
    assertThat(answer.json().has("refresh_token")).isFalse();
  }

  @Test
  void aDashboardReadsTheFiguresOfItsUnit() {
    // given
    var clientId = "dashboard-" + UUID.randomUUID().toString().substring(0, 8);
    var unit = UUID.randomUUID();
    client
        .post(CLIENTS, json(Map.of("clientId", clientId, "kind", "DASHBOARD", "unitId", unit)))
        .expect(201);
    // when
    var claims = claims(localToken("client", clientId));
    // then
    assertThat(claims.path("sub").asString()).isEqualTo(clientId);
    assertThat(claims.at("/sen/appointments/0/unit").asString()).isEqualTo(unit.toString());
    assertThat(claims.at("/sen/appointments/0/roles/0").asString()).isEqualTo("DASHBOARD");
  }

  @Test
  void anAssertionWorksOnce() {
    // given
    var clientId = freshClient();
    register(clientId, UUID.randomUUID());
    var assertion = signed(FIRST, assertion(clientId).build());
    // when
    ask(assertion).expect(200);
    // then
    assertThat(ask(assertion).expect(401).json().path("error").asString())
        .isEqualTo("invalid_client");
  }

  @Test
  void aRefusedAssertionIsOnRecord() {
    // given
    var clientId = freshClient();
    var id = register(clientId, UUID.randomUUID());
    // when
    ask(signed(SECOND, assertion(clientId).build())).expect(401);
    // then
    PublishedRecords.where(
        Topic.AUDIT,
        record -> {
          var entry = new String(record.value(), StandardCharsets.UTF_8);
          return entry.contains("client-refused")
              && entry.contains("POST /oauth2/token")
              && entry.contains(id)
              && !entry.contains(clientId);
        },
        1);
  }

  @Test
  void keysAreRotatedWhereTheyArePublished() {
    // given
    var clientId = freshClient();
    register(clientId, UUID.randomUUID());
    ask(signed(FIRST, assertion(clientId).build())).expect(200);
    ask(signed(SECOND, assertion(clientId).build())).expect(401);
    // when
    published = new JWKSet(List.of(SECOND, FIRST));
    // then
    ask(signed(SECOND, assertion(clientId).build())).expect(200);
    ask(signed(FIRST, assertion(clientId).build())).expect(200);
  }

  @Test
  void assertionsThatAreNotMeantSoAreRefused() throws JOSEException {
    // given
    var clientId = freshClient();
    register(clientId, UUID.randomUUID());
    var others = SigningKeys.generate("bank-1");
    // then
    ask(signed(FIRST, assertion(clientId).audience("https://elsewhere.example").build()))
        .expect(401);
    ask(signed(FIRST, assertion(clientId).issuer("somebody-else").build())).expect(401);
    ask(signed(FIRST, assertion(clientId).jwtID(null).build())).expect(401);
    ask(signed(
            FIRST,
            assertion(clientId).expirationTime(Date.from(Instant.now().minusSeconds(120))).build()))
        .expect(401);
    ask(signed(
            FIRST,
            assertion(clientId).expirationTime(Date.from(Instant.now().plusSeconds(7200))).build()))
        .expect(401);
    ask(signed(others, assertion(clientId).build())).expect(401);
    ask(signed(FIRST, assertion("nobody-" + clientId).build())).expect(401);
  }

  @Test
  void aRevokedClientIsShutOutAtOnce() {
    // given
    var clientId = freshClient();
    var id = register(clientId, UUID.randomUUID());
    ask(signed(FIRST, assertion(clientId).build())).expect(200);
    // when
    client.post(CLIENTS + "/" + id + "/revoke", "", "If-Match", "\"1\"").expect(200);
    // then
    ask(signed(FIRST, assertion(clientId).build())).expect(401);
    localGrant(LOCAL_SECRET, "client", clientId).expect(400);
    var revoked = PublishedRecords.of(Topic.ACCESS, id, 3).getLast();
    assertThat(PublishedRecords.headers(revoked))
        .containsEntry("ce_type", "identity.access.revoked.v1");
    assertThat(new String(revoked.value(), StandardCharsets.UTF_8))
        .contains("\"clientId\":\"" + clientId + "\"");
  }

  @Test
  void movedKeysAreFetchedFromTheNewPlace() {
    // given
    var clientId = freshClient();
    var id = register(clientId, UUID.randomUUID());
    ask(signed(FIRST, assertion(clientId).build())).expect(200);
    // when
    client
        .post(
            CLIENTS + "/" + id + "/keys",
            "{\"jwkSetUrl\":\"http://localhost:1/none\"}",
            "If-Match",
            "\"1\"")
        .expect(200);
    // then
    ask(signed(FIRST, assertion(clientId).build())).expect(401);
  }

  @Test
  void onlyTheUnionItselfLetsMachinesIn() {
    var name = freshName();
    register(
        name,
        List.of(
            Map.of(
                "unitId",
                UUID.randomUUID(),
                "roles",
                List.of("ADMINISTRATOR"),
                "from",
                "2020-01-01")));
    client
        .as(localToken("user", name))
        .post(CLIENTS, json(Map.of("clientId", freshClient(), "kind", "DASHBOARD")))
        .expectProblem(403, "out-of-scope");
  }

  @Test
  void theLocalGrantNeedsTheSecretAndSomebodyToSpeakFor() {
    localGrant(UUID.randomUUID().toString(), "user", "administrator").expect(401);
    localGrant(LOCAL_SECRET, "user", "nobody-of-this-name").expect(400);
    localGrant(LOCAL_SECRET, "neither", "administrator").expect(400);
  }

  @Test
  void theIssuerTellsAboutItself() {
    var document = new Browser().get(ISSUER + "/.well-known/openid-configuration").expect(200);
    assertThat(document.json().path("issuer").asString()).isEqualTo(ISSUER);
    assertThat(document.json().path("token_endpoint").asString())
        .isEqualTo(ISSUER + "/oauth2/token");
    var keys = new Browser().get(ISSUER + "/oauth2/jwks").expect(200);
    assertThat(keys.json().path("keys")).hasSize(1);
    assertThat(keys.json().at("/keys/0").has("d")).isFalse();
  }
}
