package vn.sen.chassis.audit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.Topic;

/** What a service puts on record. */
@SpringBootTest(
    classes = AuditTrailTest.Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=test_audit",
      "springdoc.api-docs.path=/openapi",
      "sen.org.follow=false",
      "sen.audit.refusals-together=500ms"
    })
class AuditTrailTest {

  @RestController
  static class Cards {
    @Needs(Role.OFFICER)
    @GetMapping("/cards/{id}")
    String show(@PathVariable UUID id, OnRecord record) {
      record.shows(id);
      return "card";
    }

    @Needs(Role.OFFICER)
    @PostMapping("/cards/searches")
    String search(OnRecord record) {
      record.shows(new ArrayList<>(FOUND));
      return "cards";
    }

    @Needs(Role.OFFICER)
    @PostMapping("/cards/{id}/copies")
    String copy(@PathVariable UUID id, OnRecord record) {
      record.does(id);
      return "copied";
    }

    @Needs(Role.OFFICER)
    @GetMapping("/cards/{id}/elsewhere")
    String elsewhere(@PathVariable UUID id) {
      throw new OutOfScope("");
    }

    @Needs(Role.OFFICER)
    @GetMapping("/cards")
    String count() {
      return "2";
    }
  }

  @Configuration
  @EnableAutoConfiguration
  @Import(Cards.class)
  static class Application {}

  private static final List<UUID> FOUND = Stream.generate(UUID::randomUUID).limit(1_500).toList();

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
  }

  @LocalServerPort int port;

  @Autowired MongoDatabase database;

  private final String officer = UUID.randomUUID().toString();
  private final UUID card = UUID.randomUUID();
  private ServiceClient client;

  @BeforeEach
  void connect() {
    client = new ServiceClient(port).as(Tokens.token(officer, null, Role.OFFICER));
  }

  private static List<JsonNode> entriesBy(String actor, int count) {
    return PublishedRecords.where(
            Topic.AUDIT,
            record -> actor.equals(PublishedRecords.headers(record).get("ce_actor")),
            count)
        .stream()
        .collect(toMap(AuditTrailTest::id, AuditTrailTest::data, (once, _) -> once))
        .values()
        .stream()
        .toList();
  }

  /** An entry may be published twice. */
  private static String id(ConsumerRecord<byte[], byte[]> record) {
    return PublishedRecords.headers(record).getOrDefault("ce_id", "");
  }

  private static JsonNode data(ConsumerRecord<byte[], byte[]> record) {
    return JsonMapper.shared().readTree(record.value());
  }

  @Test
  void aReadIsOnRecordWithWhoAndWhatAndAboutWhom() {
    // when
    client.get("/cards/" + card + "?name=L%C3%AA").expect(200);

    // then
    var record =
        PublishedRecords.where(
                Topic.AUDIT, r -> officer.equals(PublishedRecords.headers(r).get("ce_actor")), 1)
            .getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "audit.entry.read.v1")
        .containsEntry("ce_source", "/sen/audit/test_audit")
        .containsEntry("ce_client", "sen-console");
    assertThat(data(record).path("operation").asString()).isEqualTo("GET /cards/{id}");
    assertThat(data(record).at("/about/0").asString()).isEqualTo(card.toString());
    assertThat(new String(record.value())).doesNotContain("Lê", "name");
  }

  @Test
  void aLongListIsSeveralEntries() {
    client.post("/cards/searches", "{}").expect(200);

    var entries = entriesBy(officer, 2);

    assertThat(entries)
        .extracting(e -> e.path("about").size())
        .containsExactlyInAnyOrder(1000, 500);
  }

  @Test
  void whatLeavesNoEventIsOnRecord() {
    client.post("/cards/" + card + "/copies", "{}").expect(200);

    var entry = entriesBy(officer, 1).getFirst();

    assertThat(entry.path("operation").asString()).isEqualTo("POST /cards/{id}/copies");
    assertThat(entry.at("/about/0").asString()).isEqualTo(card.toString());
  }

  @Test
  void anEntryLeavesTheDatabaseWhenTheLogHasIt() {
    client.get("/cards/" + card).expect(200);

    assertThat(entriesBy(officer, 1)).hasSize(1);

    await()
        .untilAsserted(
            () -> assertThat(database.getCollection("audit_entries").countDocuments()).isZero());
  }

  @Test
  void aRefusedAttemptIsOnRecordWithTheRecordAskedFor() {
    client.get("/cards/" + card + "/elsewhere").expectProblem(403, "out-of-scope");

    var entry = entriesBy(officer, 1).getFirst();

    assertThat(entry.path("operation").asString()).isEqualTo("GET /cards/{id}/elsewhere");
    assertThat(entry.path("status").asInt()).isEqualTo(403);
    assertThat(entry.path("reason").asString()).isEqualTo("out-of-scope");
    assertThat(entry.at("/about/0").asString()).isEqualTo(card.toString());
    assertThat(entry.path("times").asInt()).isEqualTo(1);
  }

  @Test
  void anAttemptWithoutTheRoleIsOnRecord() {
    client
        .as(Tokens.token(officer, null, Role.DASHBOARD))
        .get("/cards/" + card)
        .expectProblem(403, "role-missing");

    assertThat(entriesBy(officer, 1).getFirst().path("reason").asString())
        .isEqualTo("role-missing");
  }

  @Test
  void anAttemptWithABadTokenIsOnRecordThoughItProvesNobody() {
    // when
    client.as("rubbish").get("/cards/" + card).expectProblem(401, "sign-in-needed");
    client.as("rubbish").get("/no/such/path").expectProblem(401, "sign-in-needed");

    // then
    var operations =
        PublishedRecords.where(Topic.AUDIT, AuditTrailTest::refusedAtTheDoor, 2).stream()
            .map(record -> data(record).path("operation").asString());
    assertThat(operations).contains("GET /cards/{id}", "*");
  }

  private static boolean refusedAtTheDoor(ConsumerRecord<byte[], byte[]> record) {
    var headers = PublishedRecords.headers(record);
    return "audit.entry.refused.v1".equals(headers.get("ce_type"))
        && "/sen/audit/test_audit".equals(headers.get("ce_source"))
        && !headers.containsKey("ce_actor")
        && data(record).path("status").asInt() == 401;
  }

  @Test
  void manyAttemptsOfOneKindFillNothing() {
    // when
    int attempts = 200;
    for (int i = 0; i < attempts; i++) {
      client.get("/cards/" + UUID.randomUUID() + "/elsewhere").expect(403);
    }

    // then few entries tell of all of them, and of a hundred records each at most
    await()
        .untilAsserted(
            () ->
                assertThat(
                        entriesBy(officer, 1).stream().mapToInt(e -> e.path("times").asInt()).sum())
                    .isEqualTo(attempts));
    var entries = entriesBy(officer, 2);
    assertThat(entries.size()).isLessThan(attempts / 4);
    assertThat(entries)
        .allSatisfy(e -> assertThat(e.path("about").size()).isLessThanOrEqualTo(100));
  }

  @Test
  void theDescriptionMarksWhatIsPutOnRecord() {
    var paths = client.get("/openapi").json().path("paths");

    assertThat(paths.at("/~1cards~1{id}/get/x-sen-audit").asBoolean()).isTrue();
    assertThat(paths.at("/~1cards/get").has("x-sen-audit")).isFalse();
    assertThat(paths.at("/~1cards~1{id}/get/parameters")).hasSize(1);
  }

  @Nested
  @TestPropertySource(properties = "sen.relay.capacity=0")
  class WhereNothingCanBePutOnRecord {

    @LocalServerPort int closedPort;

    @Test
    void nothingIsShown() {
      new ServiceClient(closedPort)
          .as(Tokens.token(officer, null, Role.OFFICER))
          .get("/cards/" + card)
          .expectProblem(503, "outbox-full");
    }

    @Test
    void whatIsRefusedStaysRefused() {
      new ServiceClient(closedPort)
          .as(Tokens.token(officer, null, Role.DASHBOARD))
          .get("/cards/" + card)
          .expectProblem(403, "role-missing");
    }
  }
}
