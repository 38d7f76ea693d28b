package vn.sen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

/**
 * The service on a real broker and document store, asked over HTTP at the URL it is the issuer of;
 * one for all tests that extend this.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(IdentityService.Time.class)
public abstract class IdentityService {

  protected static final String PEOPLE = "/api/identity/people";
  protected static final String CLIENTS = "/api/identity/clients";

  protected static final int PORT = freePort();
  protected static final String ISSUER = "http://localhost:" + PORT + "/identity";
  protected static final String LOCAL_SECRET = UUID.randomUUID().toString();
  protected static final GatewayDouble GATEWAY = new GatewayDouble();

  private static final String DATABASE = "test_" + UUID.randomUUID().toString().replace("-", "");

  /** Lets tests move the time. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock();
    }
  }

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) throws IOException {
    // others' topics, which this service follows
    new TopicCheck(SharedInfrastructure.kafkaBootstrap(), Duration.ofSeconds(30))
        .ensure(List.of(Topic.ORG_UNITS, Topic.MEMBERS));
    var folder = Files.createTempDirectory("sen-identity");
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    registry.add("sen.mongodb.database", () -> DATABASE);
    registry.add("server.port", () -> PORT);
    registry.add("sen.access.issuer", () -> ISSUER);
    registry.add("sen.local", () -> true);
    registry.add("sen.audit.refusals-together", () -> "500ms");
    registry.add("sen.identity.keys", () -> "file:" + folder.resolve("keys.json"));
    registry.add("sen.identity.local.secret", () -> LOCAL_SECRET);
    registry.add("sen.identity.gateway.client-secret", () -> GatewayDouble.SECRET);
    registry.add("sen.identity.gateway.redirect-uris", GATEWAY::redirectUri);
    registry.add("sen.identity.gateway.post-logout-redirect-uris", GATEWAY::home);
    registry.add("sen.identity.gateway.back-channel-logout-uri", GATEWAY::backChannel);
  }

  @Autowired protected MovableClock clock;

  /** Speaks for the administrator of the whole Union. */
  protected ServiceClient client;

  @BeforeEach
  void connect() {
    var anybody = new ServiceClient(PORT).asNobody();
    await().until(() -> anybody.get("/actuator/health/readiness").status() == 200);
    client = anybody.as(localToken("user", "administrator"));
  }

  @AfterEach
  void presentAgain() {
    clock.reset();
  }

  /** A token of somebody, by the local grant. */
  protected static String localToken(String kind, String name) {
    return localGrant(LOCAL_SECRET, kind, name).expect(200).json().path("access_token").asString();
  }

  protected static Browser.Page localGrant(String secret, String kind, String name) {
    return new Browser()
        .postForm(
            ISSUER + "/oauth2/token",
            Map.of("grant_type", "urn:sen:params:oauth:grant-type:local", kind, name),
            "Authorization",
            Browser.basic("local", secret));
  }

  /** The claims of a token, unverified. */
  protected static JsonNode claims(String token) {
    return part(token, 1);
  }

  protected static JsonNode header(String token) {
    return part(token, 0);
  }

  private static JsonNode part(String token, int part) {
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[part]));
  }

  protected static String json(Map<String, ?> body) {
    return JsonMapper.shared().writeValueAsString(body);
  }

  /** A sign-in name no other test uses. */
  protected static String freshName() {
    return "person-" + UUID.randomUUID().toString().substring(0, 12);
  }

  protected static String today() {
    return LocalDate.now(BusinessZone.ID).toString();
  }

  protected static Map<String, Object> officerAt(UUID unit) {
    return Map.of("unitId", unit, "roles", List.of("OFFICER"), "from", "2020-01-01");
  }

  /** Registers somebody and gives her id. */
  protected String register(String name, List<Map<String, Object>> appointments) {
    return client
        .post(PEOPLE, json(Map.of("name", name, "appointments", appointments)))
        .expect(201)
        .json()
        .path("id")
        .asString();
  }

  /** Sends a command to a person at whatever version she is. */
  protected Answer command(String id, String what, String body) {
    return client.post(PEOPLE + "/" + id + "/" + what, body, "If-Match", etag(id));
  }

  protected String etag(String id) {
    return client.get(PEOPLE + "/" + id).expect(200).header("ETag");
  }

  /** A password of hers that is no first one any more. */
  protected String ownPassword(String name) {
    var password = derivedPassword(name);
    var page = new Browser().signIn(ISSUER, name, password);
    assertThat(page.status()).as(page.body()).isEqualTo(303);
    return password;
  }

  /** What follows from the installation's secret. */
  protected static String derivedPassword(String name) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(LOCAL_SECRET.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(("sen-first-password:" + name).getBytes(UTF_8)))
          .substring(0, 20);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
