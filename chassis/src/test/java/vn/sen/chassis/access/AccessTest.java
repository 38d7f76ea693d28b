package vn.sen.chassis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.EmbeddedIssuer;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Cause;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.events.identity.AccessRevoked;
import vn.sen.events.identity.IdentityEvents;

/** Whom an endpoint lets in. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=test_access",
      "springdoc.api-docs.path=/openapi",
      "sen.org.follow=false"
    })
class AccessTest {

  private static final Map<String, Object> AN_OFFICER =
      Map.of("appointments", List.of(Map.of("roles", List.of("OFFICER"))));

  @RestController
  static class Ledger {
    @Needs(Role.OFFICER)
    @GetMapping("/ledger")
    String read(Caller caller) {
      return caller.subject();
    }
  }

  @Configuration
  @EnableAutoConfiguration
  @Import(Ledger.class)
  static class Application {}

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
  }

  @LocalServerPort int port;

  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
  }

  private static JWTClaimsSet.Builder claims() {
    return SharedInfrastructure.issuer().claims("chair", "sen-console", AN_OFFICER);
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return SharedInfrastructure.issuer().sign(claims.build());
  }

  private void refuses(String token) {
    var answer = client.as(token).get("/ledger").expectProblem(401, "sign-in-needed");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void whoeverHasTheRole() {
    assertThat(client.as(signed(claims())).get("/ledger").expect(200).body()).isEqualTo("chair");
  }

  @Test
  void nobodyWithoutTheRole() {
    client
        .as(Tokens.token("chair", null, Role.VIEWER, Role.DASHBOARD))
        .get("/ledger")
        .expectProblem(403, "role-missing");
    client
        .as(signed(claims().claim("sen", null)))
        .get("/ledger")
        .expectProblem(403, "role-missing");
  }

  @Test
  void nobodyWithoutAToken() {
    client.asNobody().get("/ledger").expectProblem(401, "sign-in-needed");
    client.asNobody().get("/no-such-path").expectProblem(401, "sign-in-needed");
    refuses("rubbish");
  }

  @Test
  void nobodyWhoseTokenIsOverOrNotYetValid() {
    var now = Instant.now();
    refuses(
        signed(
            claims()
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.minusSeconds(301)))));
    refuses(signed(claims().notBeforeTime(Date.from(now.plusSeconds(120)))));
  }

  @Test
  void nobodyWhoseTokenLivesForTooLong() {
    refuses(signed(claims().expirationTime(Date.from(Instant.now().plusSeconds(3_600)))));
    refuses(signed(claims().issueTime(null)));
  }

  @Test
  void nobodyWhoseTokenIsMeantForOthers() {
    refuses(signed(claims().audience("somebody-else")));
    refuses(signed(claims().issuer("http://localhost:1/identity")));
  }

  @Test
  void nobodyWhoseTokenAnotherKeyHasSigned() throws JOSEException {
    try (var foreign = EmbeddedIssuer.start()) {
      refuses(foreign.sign(claims().build()));
    }
    refuses(new PlainJWT(claims().build()).serialize());
    var secret = SharedInfrastructure.issuer().jwkSet().toString().repeat(2).getBytes();
    var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
    symmetric.sign(new MACSigner(secret));
    refuses(symmetric.serialize());
  }

  @Test
  void nobodyWhoseClaimsMakeNoSense() {
    refuses(signed(claims().claim("sen", Map.of("appointments", List.of("OFFICER")))));
    refuses(
        signed(
            claims()
                .claim(
                    "sen", Map.of("appointments", List.of(Map.of("roles", List.of("EMPRESS")))))));
    refuses(signed(claims().subject(null)));
  }

  @Test
  void nobodyWhoseTokenWasRevoked() throws Exception {
    // given two sessions of one person
    var here = signed(claims().claim("sid", UUID.randomUUID().toString()));
    var sid = UUID.randomUUID();
    var there = signed(claims().claim("sid", sid.toString()));
    client.as(there).get("/ledger").expect(200);

    // when one of them ends
    publish(AccessRevoked.ofSession(sid, Instant.now()));

    // then its token is over at once, though it was good a moment ago
    await().until(() -> client.as(there).get("/ledger").status() == 401);
    client.as(here).get("/ledger").expect(200);
  }

  private static void publish(AccessRevoked revoked) throws Exception {
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30))
        .ensure(List.of(Topic.ACCESS));
    var session = revoked.sid();
    var record =
        new EventRecord(
            EventRecord.idOf(session, 1),
            IdentityEvents.SOURCE,
            session,
            IdentityEvents.CATALOG.nameOf(revoked),
            Instant.now(),
            1,
            revoked.effectiveDate(),
            Cause.UNKNOWN,
            IdentityEvents.CATALOG.encode(revoked));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(record.toProducerRecord(Topic.ACCESS.name())).get();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/../ledger",
        "/actuator/%2e%2e/ledger",
        "/actuator/..;/ledger",
        "/openapi/..;/ledger",
        "/actuator;/health",
        "//actuator/health",
        "/actuatorx/health"
      })
  void nobodyByAnOpenPathInAnotherSpelling(String path) {
    assertThat(client.asNobody().get(path).status()).isIn(400, 401);
  }

  @Test
  void nobodyKeepsAnAnswerThatDoesNotSaySo() {
    var answer = client.as(signed(claims())).get("/ledger").expect(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    var refused = client.asNobody().get("/ledger").expectProblem(401, "sign-in-needed");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void everybodyToTheDescriptionAndTheHealth() {
    client.asNobody().get("/actuator/health/liveness").expect(200);
    var description = client.asNobody().get("/openapi").expect(200).json();
    assertThat(description.at("/paths/~1ledger/get/x-sen-needs/0").asString()).isEqualTo("OFFICER");
    assertThat(description.at("/security/0/bearer").isArray()).isTrue();
  }
}
