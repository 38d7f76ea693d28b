package vn.sen.reporting.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.relay.TopicCheck;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.embedded.SharedInfrastructure;
import vn.sen.events.EventRecord;
import vn.sen.events.Topic;
import vn.sen.reporting.audit.TrailMother;
import vn.sen.reporting.operations.web.OperationsCalls;

/** The trail on a real broker and document store: what happened goes in, who did it comes out. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sen.reporting.audit.gather=20ms",
      "sen.reporting.audit.heads=500ms",
      "sen.audit.refusals-together=500ms"
    })
class AuditIT {

  private static final String AUDIT = "/api/reporting/audit";
  private static final String FEEDS = "/api/reporting/feeds";
  private static final String REPORT = "/api/reporting/membership?unit=54&asOf=2023-12-31";
  private static final String FEED =
      """
      {"title": "x", "report": "membership", "parameters": {"unit": "54", "asOf": "2023-12-31"}}
      """;

  /** Figures, what they mean and are made of, and what is decided about them: ids at most. */
  private static final Set<String> FIGURES =
      Set.of(
          "GET /api/reporting/audit/verifications/{id}",
          "GET /api/reporting/completeness",
          "GET /api/reporting/definitions",
          "GET /api/reporting/definitions/{code}",
          "GET /api/reporting/feeds",
          "GET /api/reporting/groups",
          "GET /api/reporting/groups/explanation",
          "GET /api/reporting/groups/explanation/events",
          "GET /api/reporting/indicators",
          "GET /api/reporting/indicators/{id}",
          "GET /api/reporting/issued",
          "POST /api/reporting/issued",
          "GET /api/reporting/issued/{id}",
          "GET /api/reporting/issued/{id}/files/{format}",
          "GET /api/reporting/issued/{id}/verification",
          "POST /api/reporting/issued/{id}/withdrawal",
          "GET /api/reporting/lending",
          "GET /api/reporting/lending/ageing",
          "GET /api/reporting/lending/ageing/explanation",
          "GET /api/reporting/lending/ageing/explanation/events",
          "GET /api/reporting/lending/duties",
          "GET /api/reporting/lending/duties/explanation",
          "GET /api/reporting/lending/duties/explanation/events",
          "GET /api/reporting/lending/explanation",
          "GET /api/reporting/lending/explanation/events",
          "GET /api/reporting/lending/frozen-loans",
          "GET /api/reporting/lending/groups-outside-bounds",
          "GET /api/reporting/lending/maturities",
          "GET /api/reporting/lending/maturities/explanation",
          "GET /api/reporting/lending/maturities/explanation/events",
          "GET /api/reporting/lending/overdue-loans",
          "GET /api/reporting/lending/statements",
          "GET /api/reporting/membership",
          "GET /api/reporting/membership/explanation",
          "GET /api/reporting/membership/explanation/events",
          "GET /api/reporting/programmes",
          "GET /api/reporting/programmes/explanation",
          "GET /api/reporting/programmes/explanation/events",
          "GET /api/reporting/province",
          "GET /api/reporting/province/changes",
          "GET /api/reporting/province.docx",
          "GET /api/reporting/province.pdf",
          "GET /api/reporting/province.xlsx",
          "GET /api/reporting/published",
          "GET /api/reporting/published/{id}",
          "GET /api/reporting/training",
          "GET /api/reporting/training/coverage",
          "GET /api/reporting/training/coverage/explanation",
          "GET /api/reporting/training/coverage/explanation/events",
          "GET /api/reporting/training/explanation",
          "GET /api/reporting/training/explanation/events",
          "GET /api/reporting/voices",
          "GET /api/reporting/voices/explanation",
          "GET /api/reporting/voices/explanation/events",
          "GET /api/reporting/warnings",
          "GET /api/reporting/warnings/evaluation/{id}",
          "GET /api/reporting/warnings/rules",
          "GET /api/reporting/warnings/rules/{code}",
          "POST /api/reporting/warnings/rules/{code}",
          "GET /api/reporting/{report}/changes");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @DynamicPropertySource
  static void infrastructure(DynamicPropertyRegistry registry) {
    registry.add("sen.kafka.bootstrap", SharedInfrastructure::kafkaBootstrap);
    registry.add("spring.mongodb.uri", SharedInfrastructure::mongoUri);
    Tokens.trust(registry);
    registry.add(
        "sen.mongodb.database", () -> "test_" + UUID.randomUUID().toString().replace("-", ""));
  }

  @LocalServerPort int port;

  @Autowired MongoDatabase database;

  @Autowired TopicCheck topics;

  private final UUID member = UUID.randomUUID();
  private final String chair = UUID.randomUUID().toString();
  private ServiceClient client;
  private MongoCollection<Document> blocks;

  @BeforeEach
  void connect() {
    topics.ensure(List.of(Topic.ORG_UNITS, Topic.MEMBERS));
    blocks = database.getCollection("audit_blocks");
    client = new ServiceClient(port);
    await().atMost(PATIENCE).until(() -> client.get("/actuator/health/readiness").status() == 200);
  }

  private static void publish(EventRecord... events) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", SharedInfrastructure.kafkaBootstrap(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (var event : events) {
        producer.send(event.toProducerRecord(Topic.MEMBERS.name()));
      }
    }
  }

  private EventRecord event(long sequence) {
    return TrailMother.event(member, sequence, Instant.now(), chair);
  }

  private JsonNode search(Map<String, ?> question) {
    return client
        .post(AUDIT + "/searches", JsonMapper.shared().writeValueAsString(question))
        .expect(200)
        .json();
  }

  private List<JsonNode> found(Map<String, ?> question, int atLeast) {
    var items = new ArrayList<JsonNode>();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              items.clear();
              search(question).path("items").forEach(items::add);
              assertThat(items).hasSizeGreaterThanOrEqualTo(atLeast);
            });
    return items;
  }

  /** What has changed about the member; whoever looks for her is on record, too. */
  private List<JsonNode> changes(int atLeast) {
    return found(Map.of("about", member, "kind", "CHANGED"), atLeast);
  }

  @Test
  void aCommandAppearsWithItsActorAndItsClient() {
    // when
    publish(event(1));

    // then
    var entry = changes(1).getFirst();
    assertThat(entry.path("kind").asString()).isEqualTo("CHANGED");
    assertThat(entry.path("what").asString()).isEqualTo("membership.orgunit.closed.v1");
    assertThat(entry.path("actor").asString()).isEqualTo(chair);
    assertThat(entry.path("client").asString()).isEqualTo("sen-console");
    assertThat(entry.path("topic").asString()).isEqualTo("membership.member.events.v1");
    assertThat(entry.path("hash").asString()).hasSize(64);
    assertThat(found(Map.of("actor", chair), 1)).hasSize(1);
  }

  @Test
  void whoReadsTheTrailIsOnRecordWithWhomSheLookedFor() {
    // given
    var auditor = UUID.randomUUID().toString();

    // when
    client
        .as(Tokens.token(auditor, null, Role.AUDITOR))
        .post(AUDIT + "/searches", "{\"about\":\"" + member + "\"}")
        .expect(200);

    // then
    var entry = found(Map.of("actor", auditor, "kind", "READ"), 1).getFirst();
    assertThat(entry.path("what").asString()).isEqualTo("POST /api/reporting/audit/searches");
    assertThat(entry.at("/about/0").asString()).isEqualTo(member.toString());
  }

  @Test
  void aRefusedAttemptAppearsWithItsReason() {
    // given
    var officer = UUID.randomUUID().toString();

    // when
    client
        .as(Tokens.token(officer, null, Role.OFFICER))
        .post(AUDIT + "/searches", "{}")
        .expectProblem(403, "role-missing");

    // then
    var entry = found(Map.of("actor", officer, "kind", "REFUSED"), 1).getFirst();
    assertThat(entry.at("/refusal/status").asInt()).isEqualTo(403);
    assertThat(entry.at("/refusal/reason").asString()).isEqualTo("role-missing");
    assertThat(entry.at("/refusal/times").asInt()).isEqualTo(1);
  }

  @Test
  void whatARelayPublishesTwiceIsOneEntry() {
    // given
    var event = event(1);

    // when
    publish(event, event, event(2));

    // then both are in the chain and one is shown
    assertThat(changes(2)).hasSize(2);
    assertThat(verified().path("state").asString()).isEqualTo("INTACT");
  }

  @Test
  void pagesFollowEachOtherWithoutGaps() {
    // given
    for (int i = 1; i <= 7; i++) {
      publish(event(i));
    }
    changes(7);

    // when
    var read = new ArrayList<Long>();
    String cursor = "";
    do {
      var page = search(Map.of("about", member, "kind", "CHANGED", "limit", 3, "cursor", cursor));
      page.path("items").forEach(item -> read.add(item.path("offset").asLong()));
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());

    // then
    assertThat(read).hasSize(7).doesNotHaveDuplicates();
    client.post(AUDIT + "/searches", "{\"cursor\":\"x\"}").expectProblem(400, "cursor-invalid");
  }

  @Test
  void aTimeBoundsTheSearch() {
    var before = Instant.now().minusSeconds(60);
    publish(TrailMother.event(member, 1, before, chair), event(2));
    changes(2);

    var between = before.plusSeconds(1);
    assertThat(search(Map.of("actor", chair, "until", between)).path("items")).hasSize(1);
    assertThat(search(Map.of("actor", chair, "from", between)).path("items")).hasSize(1);
  }

  @Test
  void theTrailIsAFileForASpreadsheet() {
    publish(event(1));
    changes(1);

    var file = client.get(AUDIT + "/export?about=" + member).expect(200);

    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.body())
        .startsWith("\uFEFFThời điểm,Loại việc,Nội dung,Người thực hiện")
        .contains("Thay đổi,membership.orgunit.closed.v1," + chair + ",sen-console," + member);
    client
        .get(AUDIT + "/export?from=yesterday")
        .expectProblem(400, "invalid-request")
        .expectField("?from");
  }

  @Test
  void noEntryIsShownOffTheRecord() {
    publish(event(1));
    var walk =
        ApiWalk.of(
            client,
            "/api/reporting/openapi",
            Set.of(
                "GET /api/reporting/issued/check",
                "GET /api/reporting/issued/keys",
                "GET /api/reporting/issued/verify"));
    var showsNobody = new HashSet<>(OperationsCalls.OFF_THE_RECORD);
    showsNobody.addAll(FIGURES);
    walk.nobodyOffTheRecord(showsNobody);
    var calls = new HashMap<>(OperationsCalls.onRecord(client));
    calls.put("POST " + AUDIT + "/searches", Call.json(AUDIT + "/searches", "{}"));
    calls.put("GET " + AUDIT + "/export", Call.get(AUDIT + "/export?about=" + member));
    calls.put("POST " + AUDIT + "/verifications", Call.json(AUDIT + "/verifications", "{}"));
    await().atMost(PATIENCE).until(() -> client.get(REPORT).status() == 200);
    var feed = client.post(FEEDS, FEED).expect(201).json().path("id").asString();
    calls.put("POST " + FEEDS, Call.json(FEEDS, FEED));
    calls.put(
        "POST " + FEEDS + "/{id}/revocation", Call.json(FEEDS + "/" + feed + "/revocation", "{}"));
    var evaluation = "/api/reporting/warnings/evaluation";
    calls.put("POST " + evaluation, Call.json(evaluation, "{}"));
    walk.leavesEntries(calls);
    awaitNoneRunning();
  }

  private void awaitNoneRunning() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                StreamSupport.stream(
                        database.getCollection("audit_verifications").find().spliterator(), false)
                    .noneMatch(d -> d.getString("verification").contains("RUNNING")));
  }

  private JsonNode verified(JsonNode... kept) {
    awaitNoneRunning();
    var begun =
        client
            .post(
                AUDIT + "/verifications",
                JsonMapper.shared().writeValueAsString(Map.of("heads", List.of(kept))))
            .expect(202);
    var path = begun.header("Location");
    await()
        .atMost(PATIENCE)
        .until(() -> !client.get(path).json().path("state").asString().equals("RUNNING"));
    return client.get(path).expect(200).json();
  }

  private void finds(String reason, long offset, JsonNode verification) {
    assertThat(verification.path("state").asString()).isEqualTo("BROKEN");
    assertThat(verification.at("/difference/reason").asString()).isEqualTo(reason);
    assertThat(verification.at("/difference/topic").asString())
        .isEqualTo("membership.member.events.v1");
    assertThat(verification.at("/difference/offset").asLong()).isEqualTo(offset);
  }

  @Nested
  class Tampering {

    private List<Document> chain = List.of();
    private Document block;
    private long offset;

    @BeforeEach
    void givenThreeBlocksOfAMembersPartition() {
      for (int i = 1; i <= 3; i++) {
        publish(event(i));
        changes(i);
      }
      chain =
          blocks
              .find(
                  Filters.and(
                      Filters.eq("about", member), Filters.eq("topic", Topic.MEMBERS.name())))
              .sort(Sorts.ascending("next"))
              .into(new ArrayList<>());
      block = chain.getFirst();
      offset = block.getLong("first");
      assertThat(verified().path("state").asString()).isEqualTo("INTACT");
    }

    @AfterEach
    void putBack() {
      for (var document : chain) {
        blocks.deleteOne(Filters.eq("_id", document.get("_id")));
        blocks.insertOne(document);
      }
    }

    @Test
    void aChangedEntryIsFound() {
      blocks.updateOne(
          Filters.eq("_id", block.get("_id")), Updates.set("entries.0.by", "somebody-else"));
      finds("ENTRY_DIFFERS", offset, verified());
    }

    @Test
    void aDeletedBlockIsFound() {
      blocks.deleteOne(Filters.eq("_id", block.get("_id")));
      finds("ENTRY_MISSING", offset, verified());
    }

    @Test
    void anEntryThatSearchesDoNotFindAnyMoreIsFound() {
      blocks.updateOne(Filters.eq("_id", block.get("_id")), Updates.pull("about", member));
      finds("NOT_FOUND_BY_SEARCHES", offset, verified());
    }

    @Test
    void anotherOrderIsFound() {
      var first = chain.get(0);
      var second = chain.get(1);
      blocks.updateOne(
          Filters.eq("_id", first.get("_id")), Updates.set("entries", second.get("entries")));
      blocks.updateOne(
          Filters.eq("_id", second.get("_id")), Updates.set("entries", first.get("entries")));
      var verification = verified();
      assertThat(verification.path("state").asString()).isEqualTo("BROKEN");
      assertThat(verification.at("/difference/offset").asLong()).isEqualTo(offset);
    }

    @Test
    void aTrailCutOffBehindAHeadIsFound() {
      // given a head stated after the last entry
      var since = Instant.now();
      await()
          .atMost(PATIENCE)
          .until(() -> !search(Map.of("kind", "STATED", "from", since)).path("items").isEmpty());
      var last = chain.getLast();

      // when
      blocks.deleteOne(Filters.eq("_id", last.get("_id")));

      // then
      finds("SHORTER_THAN_HEAD", last.getLong("first"), verified());
    }

    @Test
    void aChainThatContradictsAHeadKeptOutsideIsFound() {
      var heads = verified().path("heads");
      var kept =
          StreamSupport.stream(heads.spliterator(), false)
              .filter(head -> head.path("topic").asString().equals(Topic.MEMBERS.name()))
              .filter(head -> head.path("next").asLong() > 0)
              .findFirst()
              .orElseThrow();

      assertThat(verified(kept).path("state").asString()).isEqualTo("INTACT");
      var other = ((tools.jackson.databind.node.ObjectNode) kept.deepCopy());
      other.put("hash", "0".repeat(64));
      finds("HEAD_DIFFERS", kept.path("next").asLong() - 1, verified(other));
    }
  }
}
