package vn.sen.membership.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class MembersIT extends MembershipService {

  private String commune;
  private String branch;

  @Autowired MongoDatabase database;

  @BeforeEach
  void givenABranch() {
    commune = commune(province());
    branch = branch(commune);
  }

  private Map<String, Object> person(String name) {
    return new HashMap<>(
        Map.of("unitId", branch, "fullName", name, "birthYear", 1980, "joinedOn", "2020-03-08"));
  }

  private String registered() {
    return id(client.post(MEMBERS, json(person("Nguyễn Thị Hòa"))).expect(201));
  }

  private Answer post(String member, String what, String body, long version) {
    return client.post(MEMBERS + "/" + member + "/" + what, body, version(version));
  }

  private Answer put(String member, String what, String body, long version) {
    return client.put(MEMBERS + "/" + member + "/" + what, body, version(version));
  }

  @Test
  void anApprovalWaitsForABranchThatIsStillUnderWayToTheMap() {
    // given a branch as another instance has just written it
    var elsewhere = UUID.randomUUID();
    var units = database.getCollection("orgunits");
    var document = units.find(Filters.eq("_id", UUID.fromString(branch))).first();
    document.append("_id", elsewhere).remove("keys");
    document.remove("outbox"); // or this instance would publish it
    document.get("state", Document.class).append("id", elsewhere.toString());
    units.insertOne(document);
    try {
      var proposal =
          Map.of(
              "unitId",
              elsewhere,
              "fullName",
              "Lê Thị Hòa",
              "birthYear",
              1980,
              "proposedOn",
              "2024-03-08");
      var proposed = client.post(MEMBERS + "/proposals", json(proposal)).expect(201);

      // when
      var answer =
          client.post(
              MEMBERS + "/" + id(proposed) + "/approval",
              json(Map.of("approvedOn", "2024-03-09")),
              version(1));

      // then it is not refused for ever
      assertThat(answer.expect(503).json().path("type").asString())
          .isEqualTo("urn:sen:problem:map-loading");
    } finally {
      units.deleteOne(Filters.eq("_id", elsewhere));
    }
  }

  @Test
  void aRegistrationIsPublishedAsOneWholeRecord() {
    // when
    var answer = client.post(MEMBERS, json(person("Nguyễn Thị Hòa"))).expect(201);
    // then
    var id = id(answer);
    assertThat(answer.header("Location")).isEqualTo(MEMBERS + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.header("Sen-Consistency")).isEqualTo("membership.member:" + id + "@1");
    var record = PublishedRecords.of(Topic.MEMBERS, id, 1).getFirst();
    assertThat(record.topic()).isEqualTo("membership.member.events.v1");
    assertThat(new String(record.key(), UTF_8)).isEqualTo(id);
    assertThat(PublishedRecords.headers(record))
        .containsAllEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", id + ".1",
                "ce_source", "/sen/membership",
                "ce_subject", id,
                "ce_type", "membership.member.registered.v1",
                "ce_sequence", "1",
                "ce_effectivedate", "2020-03-08",
                "content-type", "application/json"))
        .containsKey("ce_time");
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"unitId":"%1$s","type":"ORDINARY","on":"2020-03-08","changes":[{"date":"2020-03-08",\
            "unit":"%1$s","type":"ORDINARY","flow":"ADMISSION","direction":"IN","delta":1}]}\
            """
                .formatted(branch));
  }

  @Test
  void aTransferIsPublishedWithBothSteps() {
    // given
    var member = registered();
    var other = branch(commune);
    // when
    post(member, "transfers", json(Map.of("toUnitId", other, "on", "2023-06-01")), 1).expect(200);
    // then
    var record = PublishedRecords.of(Topic.MEMBERS, member, 2).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.member.transferred.v1")
        .containsEntry("ce_sequence", "2");
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"fromUnitId":"%1$s","toUnitId":"%2$s","on":"2023-06-01","changes":[\
            {"date":"2023-06-01","unit":"%1$s","type":"ORDINARY","flow":"TRANSFER",\
            "counterpart":"%2$s","direction":"OUT","delta":-1},\
            {"date":"2023-06-01","unit":"%2$s","type":"ORDINARY","flow":"TRANSFER",\
            "counterpart":"%1$s","direction":"IN","delta":1}]}\
            """
                .formatted(branch, other));
  }

  @Test
  void aLifeInTheUnionIsReadBackWithWhoAndWhen() {
    // given
    var proposal = person("Lê Thị Ánh");
    proposal.remove("joinedOn");
    proposal.put("proposedOn", "2022-01-10");
    proposal.put("identityNumber", "054180" + "9" + freshCode());
    var id =
        id(
            client
                .as(Tokens.token("chi-hoi-1", branch, Role.OFFICER))
                .post(MEMBERS + "/proposals", json(proposal))
                .expect(201));
    // when
    post(id, "approval", "{\"approvedOn\":\"2022-02-01\"}", 1).expect(200);
    put(id, "type", "{\"memberType\":\"HONORARY\",\"on\":\"2023-01-01\"}", 2).expect(200);
    post(
            id,
            "departures",
            "{\"on\":\"2023-06-01\",\"reason\":\"MOVED_OUT\",\"note\":\"Theo chồng\"}",
            3)
        .expect(200);
    post(id, "readmissions", json(Map.of("unitId", branch, "on", "2024-01-01")), 4).expect(200);
    put(id, "joining", "{\"joinedOn\":\"2024-01-05\"}", 5).expect(200);
    proposal.keySet().removeAll(Set.of("unitId", "proposedOn"));
    proposal.put("fullName", "Lê Thị Ánh Nguyệt");
    put(id, "particulars", json(proposal), 6).expect(200);
    // then
    var member = client.get(MEMBERS + "/" + id).expect(200);
    assertThat(member.header("ETag")).isEqualTo("\"7\"");
    assertThat(member.json().path("status").asString()).isEqualTo("ACTIVE");
    assertThat(member.json().path("fullName").asString()).isEqualTo("Lê Thị Ánh Nguyệt");
    assertThat(member.json().path("joinedOn").asString()).isEqualTo("2024-01-05");
    assertThat(member.json().path("stays")).hasSize(3);
    var history = client.get(MEMBERS + "/" + id + "/history").expect(200).json().path("items");
    assertThat(history.findValuesAsString("type"))
        .containsExactly(
            "membership.member.proposed.v1",
            "membership.member.admitted.v1",
            "membership.member.type-changed.v1",
            "membership.member.left.v1",
            "membership.member.readmitted.v1",
            "membership.member.corrected.v1",
            "membership.member.corrected.v1");
    assertThat(history.at("/0/actor").asString()).isEqualTo("chi-hoi-1");
    assertThat(history.at("/1/actor").asString()).isEqualTo(Tokens.SUBJECT);
    assertThat(history.at("/0/recordedAt").asString()).isNotBlank();
  }

  @Test
  void noEventOfACorrectionTellsPersonalData() {
    // given
    var member = registered();
    var corrected = Map.of("fullName", "Trần Thị Bí Mật", "birthYear", 1979, "religion", "Cao Đài");
    // when
    put(member, "particulars", json(corrected), 1).expect(200);
    // then
    var record = PublishedRecords.of(Topic.MEMBERS, member, 2).getLast();
    assertThat(new String(record.value(), UTF_8))
        .contains("fullName", "birthYear", "religion")
        .doesNotContain("Bí Mật", "1979", "Cao Đài");
  }

  @Test
  void theSameKeyAtTheSameTimeMakesOneMember() throws Exception {
    // given
    var key = UUID.randomUUID().toString();
    var body = json(person("Nguyễn Thị Hòa"));
    // when
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var attempts =
          IntStream.range(0, 8)
              .mapToObj(
                  _ -> clients.submit(() -> client.post(MEMBERS, body, "Idempotency-Key", key)))
              .toList();
      // then
      var first = attempts.getFirst().get().expect(201);
      for (var attempt : attempts) {
        assertThat(attempt.get().expect(201).body()).isEqualTo(first.body());
      }
      assertThat(PublishedRecords.of(Topic.MEMBERS, id(first), 1)).hasSize(1);
    }
    client
        .post(MEMBERS, json(person("Somebody Else")), "Idempotency-Key", key)
        .expectProblem(422, "key-reused");
  }

  @Test
  void aRetriedTransferHappensOnce() {
    // given
    var member = registered();
    var body = json(Map.of("toUnitId", branch(commune), "on", "2023-06-01"));
    var headers =
        new String[] {"If-Match", "\"1\"", "Idempotency-Key", UUID.randomUUID().toString()};
    var path = MEMBERS + "/" + member + "/transfers";
    // when
    var first = client.post(path, body, headers).expect(200);
    var second = client.post(path, body, headers).expect(200);
    // then
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"2\"");
    assertThat(client.get(MEMBERS + "/" + member).json().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void anIdentityNumberBelongsToOneMember() {
    // given
    var person = person("Nguyễn Thị Hòa");
    person.put("identityNumber", "0541800" + freshCode());
    client.post(MEMBERS, json(person)).expect(201);
    // then
    client
        .post(MEMBERS, json(person))
        .expectProblem(409, "natural-key-taken")
        .expectField("/identityNumber");
    assertThat(client.post(MEMBERS, json(person)).body())
        .doesNotContain(person.get("identityNumber").toString());
  }

  @Test
  void changesNameTheVersionTheyChange() {
    var member = registered();
    var body = "{\"on\":\"2023-06-01\",\"reason\":\"DIED\"}";

    client
        .post(MEMBERS + "/" + member + "/departures", body)
        .expectProblem(428, "version-required");
    post(member, "departures", body, 2).expectProblem(412, "stale-version");
    post(UUID.randomUUID().toString(), "departures", body, 1).expectProblem(404, "not-found");
    assertThat(client.get(MEMBERS + "/" + member).json().path("status").asString())
        .isEqualTo("ACTIVE");
  }

  @Test
  void aRuleIsExplainedInTheCallersLanguage() {
    var member = registered();
    var body = json(Map.of("toUnitId", branch, "on", "2023-06-01"));

    var vietnamese = post(member, "transfers", body, 1);
    var english =
        client.post(
            MEMBERS + "/" + member + "/transfers",
            body,
            "If-Match",
            "\"1\"",
            "Accept-Language",
            "en");

    vietnamese.expectProblem(422, "transfer-to-the-same-unit").expectField("/toUnitId");
    assertThat(vietnamese.json().path("title").asString()).isEqualTo("Chuyển về chính đơn vị cũ");
    assertThat(english.json().path("title").asString()).isEqualTo("Transfer to the same unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fullName     | null                     | 422",
        "fullName     | 7                        | 400",
        "fullName     | \"\"                     | 422",
        "fullName     | \"123\"                  | 422",
        "unitId       | null                     | 422",
        "unitId       | \"x\"                    | 400",
        "unitId       | \"6f2f1d9a-0000-4000-8000-000000000000\" | 422",
        "birthYear    | \"1980\"                 | 400",
        "birthYear    | 1980.5                   | 400",
        "birthYear    | 1066                     | 422",
        "birthYear    | 99999999999              | 400",
        "birthDate    | \"1980-02-30\"           | 400",
        "birthDate    | \"3000-01-01\"           | 422",
        "sex          | \"OTHER\"                | 400",
        "identityNumber | \"12345\"              | 422",
        "identityNumber | \"054181001234\"       | 422",
        "identityNumber | \"003180001234\"       | 422",
        "phone        | \"gọi nhé\"              | 422",
        "memberType   | \"GUEST\"                | 400",
        "joinKind     | \"BOUGHT\"               | 400",
        "joinedOn     | null                     | 422",
        "joinedOn     | \"2020-13-01\"           | 400",
        "joinedOn     | \"9999-01-01\"           | 422",
        "joinedOn     | \"1970-01-01\"           | 422",
        "householdId  | \"6f2f1d9a-0000-4000-8000-000000000000\" | 422",
        "more         | 1                        | 400"
      })
  void badParticularsAreNamedByField(String field, String value, int status) {
    var person = json(person("Nguyễn Thị Hòa"));
    var others = JsonMapper.shared().readValue(person, new TypeReference<Map<String, Object>>() {});
    others.remove(field);
    if (field.equals("birthDate")) {
      others.remove("birthYear");
    }
    var rest = json(others);
    var body = rest.substring(0, rest.length() - 1) + ",\"" + field + "\":" + value + "}";

    var answer = client.post(MEMBERS, body).expect(status).expectField("/" + field);

    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "approval     | {} | 422 | /approvedOn",
        "rejection    | {\"on\":\"2023-01-01\"} | 422 | /reason",
        "transfers    | {\"on\":\"2023-01-01\"} | 422 | /toUnitId",
        "transfers    |"
            + " {\"toUnitId\":\"6f2f1d9a-0000-4000-8000-000000000000\",\"on\":\"2023-01-01\"} | 422"
            + " | /toUnitId",
        "departures   | {\"on\":\"2023-01-01\"} | 422 | /reason",
        "departures   | {\"on\":\"2023-01-01\",\"reason\":\"LOST\"} | 400 | /reason",
        "departures   | {\"on\":\"1999-01-01\",\"reason\":\"DIED\"} | 422 | /on",
        "departures   | {\"on\":\"9999-01-01\",\"reason\":\"DIED\"} | 422 | /on",
        "readmissions | {} | 422 | ",
        "assignments  |"
            + " {\"redrawingId\":\"6f2f1d9a-0000-4000-8000-000000000000\",\"successorId\":\"6f2f1d9a-0000-4000-8000-000000000000\"}"
            + " | 422 | /successorId"
      })
  void badCommandsAreNamedByField(String what, String body, int status, String pointer) {
    var answer = post(registered(), what, body, 1).expect(status);

    if (pointer != null) {
      answer.expectField(pointer);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "particulars | {\"birthYear\":1980} | 422 | /fullName",
        "joining     | {\"joinedOn\":\"2020-02-30\"} | 400 | /joinedOn",
        "joining     | {\"joinedOn\":\"1989-01-01\"} | 422 | /joinedOn",
        "type        | {\"on\":\"2023-01-01\"} | 422 | /memberType",
        "type        | {\"memberType\":\"HONORARY\",\"on\":\"1999-01-01\"} | 422 | /on",
        "household   |"
            + " {\"householdId\":\"6f2f1d9a-0000-4000-8000-000000000000\",\"on\":\"2023-01-01\"} |"
            + " 422 | /householdId"
      })
  void badCorrectionsAreNamedByField(String what, String body, int status, String pointer) {
    put(registered(), what, body, 1).expect(status).expectField(pointer);
  }

  @Test
  void whatIsNoJsonOrTooLargeIsRefused() {
    client.post(MEMBERS, "{").expectProblem(400, "body-unreadable");
    client.post(MEMBERS, "x".repeat(1_100_000)).expectProblem(413, "body-too-large");
    client.get(MEMBERS + "/no-uuid").expect(400);
    client.get(MEMBERS + "/" + UUID.randomUUID()).expectProblem(404, "not-found");
  }
}
