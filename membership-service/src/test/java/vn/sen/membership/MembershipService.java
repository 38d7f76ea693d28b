package vn.sen.membership;

import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;

/**
 * The service on a real broker and document store, asked over HTTP; one for all tests that extend
 * this.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class MembershipService {

  protected static final String UNITS = "/api/membership/org-units";
  protected static final String REDRAWINGS = "/api/membership/redrawings";
  protected static final String MEMBERS = "/api/membership/members";
  protected static final String HOUSEHOLDS = "/api/membership/households";
  protected static final String REQUESTS = "/api/membership/transfer-requests";
  protected static final String WITHDRAWALS = "/api/membership/import-withdrawals";
  protected static final String GROUP_TYPES = "/api/membership/group-types";
  protected static final String GROUPS = "/api/membership/groups";
  protected static final String VOICES = "/api/membership/voices";
  protected static final String IMPORTS = "/api/membership/member-imports";

  /** Who approves what {@link Tokens#SUBJECT} has proposed. */
  protected static final String APPROVER = "8d0b5d2e-2f55-4e6c-9a43-0f7c5c1d0002";

  private static final String DATABASE = "test_" + UUID.randomUUID().toString().replace("-", "");
  private static final AtomicInteger NEXT = new AtomicInteger(10_000);

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
    registry.add("sen.mongodb.database", () -> DATABASE);
    registry.add("sen.local", () -> true);
    registry.add("sen.privacy.keys", () -> "target/" + DATABASE + "/privacy.keys");
  }

  @LocalServerPort int port;

  protected ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port);
    await().until(() -> client.get("/actuator/health/readiness").status() == 200);
  }

  /** A code no other test uses. */
  protected static String freshCode() {
    return Integer.toString(NEXT.incrementAndGet());
  }

  protected static String json(Map<String, ?> body) {
    return JsonMapper.shared().writeValueAsString(body);
  }

  /** The If-Match header for a version. */
  protected static String[] version(long version) {
    return new String[] {"If-Match", "\"" + version + "\""};
  }

  protected static String id(Answer answer) {
    return answer.json().path("id").asString();
  }

  /** A unit valid from 1990 on. */
  protected String unit(String code, String level, String kind, String parent) {
    return unit(code, level, kind, parent, "1990-01-01");
  }

  protected String unit(String code, String level, String kind, String parent, String from) {
    var parentId = parent == null ? "" : ",\"parentId\":\"" + parent + "\"";
    return id(
        client
            .post(
                UNITS,
                """
                {"code":"%s","name":"Đơn vị %s","level":"%s","kind":"%s","validFrom":"%s"%s}\
                """
                    .formatted(code, code, level, kind, from, parentId))
            .expect(201));
  }

  /** Somebody else with every role: what moves figures needs two people. */
  protected ServiceClient approver() {
    return client.as(Tokens.token(APPROVER, null, Role.values()));
  }

  /** Proposed by one person and approved by another. */
  protected Answer redrawn(String redrawing) {
    var proposed = id(client.post(REDRAWINGS, redrawing).expect(201));
    return approver().post(REDRAWINGS + "/" + proposed + "/approval", "", version(1)).expect(200);
  }

  /** The unit is divided among two new communes. */
  protected Divided divided(String unit, String province) {
    var answer =
        redrawn(
            """
            {"resolution":"1200/NQ-UBTVQH15","effectiveOn":"2024-11-01",
             "units":[{"key":"a","code":"%1$s","name":"Phường A","level":"COMMUNE","kind":"WARD","parentId":"%3$s"},
                      {"key":"b","code":"%2$s","name":"Phường B","level":"COMMUNE","kind":"WARD","parentId":"%3$s"}],
             "successions":[{"fromId":"%4$s","toKey":"a","extent":"PARTIAL","note":"khu phố 1"},
                            {"fromId":"%4$s","toKey":"b","extent":"PARTIAL"}]}\
            """
                .formatted(freshCode(), freshCode(), province, unit));
    var successors = new HashMap<String, String>();
    answer
        .json()
        .path("units")
        .forEach(u -> successors.put(u.path("key").asString(), u.path("id").asString()));
    return new Divided(id(answer), unit, successors.get("a"), successors.get("b"));
  }

  /**
   * A split.
   *
   * @param unit what was divided
   * @param one of the two that got a part
   * @param other of them
   */
  protected record Divided(String redrawing, String unit, String one, String other) {}

  protected String province() {
    return unit(freshCode(), "PROVINCE", "PROVINCE", null);
  }

  protected String commune(String province) {
    return unit(freshCode(), "COMMUNE", "WARD", province);
  }

  protected String branch(String commune) {
    return unit(freshCode(), "BRANCH", "BRANCH", commune);
  }
}
