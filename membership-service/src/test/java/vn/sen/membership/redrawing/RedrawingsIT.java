package vn.sen.membership.redrawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class RedrawingsIT extends MembershipService {

  private String province;
  private String whole;
  private String divided;
  private String branch;

  @BeforeEach
  void givenTwoCommunes() {
    province = province();
    whole = commune(province);
    divided = commune(province);
    branch = branch(divided);
  }

  private String redrawing(String codeA, String codeB) {
    return """
    {"resolution":"1200/NQ-UBTVQH15","effectiveOn":"2024-11-01",
     "units":[{"key":"a","code":"%1$s","name":"Phường A","level":"COMMUNE","kind":"WARD","parentId":"%3$s"},
              {"key":"b","code":"%2$s","name":"Phường B","level":"COMMUNE","kind":"WARD","parentId":"%3$s"}],
     "successions":[{"fromId":"%4$s","toKey":"a","extent":"FULL"},
                    {"fromId":"%5$s","toKey":"a","extent":"PARTIAL","note":"khu phố 1"},
                    {"fromId":"%5$s","toKey":"b","extent":"PARTIAL"}]}\
    """
        .formatted(codeA, codeB, province, whole, divided);
  }

  private String redrawing() {
    return redrawing(freshCode(), freshCode());
  }

  private static String unitId(Answer redrawn, String key) {
    for (JsonNode unit : redrawn.json().path("units")) {
      if (unit.path("key").asString().equals(key)) {
        return unit.path("id").asString();
      }
    }
    throw new AssertionError("No unit " + key + " in " + redrawn.body());
  }

  private Answer decide(ServiceClient who, String redrawing, String decision) {
    return who.post(REDRAWINGS + "/" + redrawing + "/" + decision, "", version(1));
  }

  @Test
  void aProposalLeavesTheMapAsItIs() {
    // given
    var codeA = freshCode();
    // when
    var id = id(client.post(REDRAWINGS, redrawing(codeA, freshCode())).expect(201));
    // then
    assertThat(codesUnder("2024-11-01")).hasSize(2).doesNotContain(codeA);
    var record = PublishedRecords.of(Topic.ORG_UNITS, id, 1).getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.redrawing.proposed.v1");
    assertThat(new String(record.value(), UTF_8)).contains(Tokens.SUBJECT).doesNotContain("NQ-");
    var read = client.get(REDRAWINGS + "/" + id).expect(200).json();
    assertThat(read.path("state").asString()).isEqualTo("PROPOSED");
    assertThat(read.path("author").asString()).isEqualTo(Tokens.SUBJECT);
    // and those who could not approve it do not see it
    var commune = client.as(Tokens.at(whole, Role.values()));
    commune.get(REDRAWINGS + "/" + id).expectProblem(403, "out-of-scope");
    assertThat(commune.get(REDRAWINGS).expect(200).body()).doesNotContain(id);
  }

  @Test
  void theAuthorCannotApprove() {
    var id = id(client.post(REDRAWINGS, redrawing()).expect(201));

    decide(client, id, "approval").expectProblem(403, "author-cannot-approve");
  }

  @Test
  void whoApprovesIsAnApproverOfTheWholeProvince() {
    var id = id(client.post(REDRAWINGS, redrawing()).expect(201));

    decide(client.as(Tokens.at(whole, Role.APPROVER)), id, "approval")
        .expectProblem(403, "out-of-scope");
    decide(client.as(Tokens.at(province(), Role.APPROVER)), id, "approval")
        .expectProblem(403, "out-of-scope");
    decide(client.as(Tokens.at(province, Role.OFFICER)), id, "approval")
        .expectProblem(403, "role-missing");
    decide(client.as(Tokens.at(province, Role.APPROVER)), id, "approval").expect(200);
  }

  @Test
  void anOfficerOfAnotherProvinceProposesNothingHere() {
    client
        .as(Tokens.at(province(), Role.OFFICER))
        .post(REDRAWINGS, redrawing())
        .expectProblem(403, "out-of-scope");
  }

  @Test
  void whatWasRejectedIsNeverApproved() {
    // given
    var codeA = freshCode();
    var id = id(client.post(REDRAWINGS, redrawing(codeA, freshCode())).expect(201));
    // when
    decide(approver(), id, "rejection").expect(200);
    // then
    approver()
        .post(REDRAWINGS + "/" + id + "/approval", "", version(2))
        .expectProblem(409, "already-decided");
    assertThat(codesUnder("2024-11-01")).doesNotContain(codeA);
    assertThat(client.get(REDRAWINGS + "/" + id + "/history").json().path("items").toString())
        .contains("membership.redrawing.rejected.v1", APPROVER);
  }

  @Test
  void ofTwoProposalsForTheSameUnitsTheOneApprovedFirstHolds() {
    // given
    var first = id(client.post(REDRAWINGS, redrawing()).expect(201));
    var second = id(client.post(REDRAWINGS, redrawing()).expect(201));
    // when
    decide(approver(), second, "approval").expect(200);
    // then
    decide(approver(), first, "approval")
        .expectProblem(422, "unit-cannot-end")
        .expectField("/successions/0/fromId");
  }

  @Test
  void isOneRecordAndAtOnceTheMap() {
    // given
    var codeA = freshCode();
    var codeB = freshCode();
    // when
    var answer = redrawn(redrawing(codeA, codeB));
    // then
    var id = id(answer);
    var a = unitId(answer, "a");
    var b = unitId(answer, "b");
    var record = PublishedRecords.of(Topic.ORG_UNITS, id, 2).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.redrawing.map-redrawn.v1")
        .containsEntry("ce_effectivedate", "2024-11-01");
    assertThat(new String(record.value(), UTF_8))
        .isEqualTo(
            """
            {"resolution":"1200/NQ-UBTVQH15","effectiveOn":"2024-11-01","created":[\
            {"id":"%1$s","code":"%3$s","name":"Phường A","level":"COMMUNE","kind":"WARD","parentId":"%5$s"},\
            {"id":"%2$s","code":"%4$s","name":"Phường B","level":"COMMUNE","kind":"WARD","parentId":"%5$s"}],\
            "closed":["%6$s","%7$s"],"successions":[\
            {"from":"%6$s","to":"%1$s","extent":"FULL"},\
            {"from":"%7$s","to":"%1$s","extent":"PARTIAL","note":"khu phố 1"},\
            {"from":"%7$s","to":"%2$s","extent":"PARTIAL"}],\
            "approval":{"author":"%8$s","approver":"%9$s"}}\
            """
                .formatted(a, b, codeA, codeB, province, whole, divided, Tokens.SUBJECT, APPROVER));
    assertThat(codesUnder("2024-10-31")).hasSize(2).doesNotContain(codeA, codeB);
    assertThat(codesUnder("2024-11-01")).containsExactlyInAnyOrder(codeA, codeB);
    var read = client.get(REDRAWINGS + "/" + id).expect(200).json();
    assertThat(read.at("/units/0/key").asString()).isEqualTo("a");
    assertThat(client.get(REDRAWINGS).expect(200).json().path("items").findValuesAsString("id"))
        .contains(id);
  }

  private List<String> codesUnder(String day) {
    var codes = new ArrayList<String>();
    client
        .get(UNITS + "?level=COMMUNE&at=" + day + "&under=" + province)
        .expect(200)
        .json()
        .path("items")
        .forEach(unit -> codes.add(unit.path("code").asString()));
    return codes;
  }

  @Test
  void anApprovalTriedAgainIsAnsweredAgainAlthoughTheMapIsRedrawnByThen() {
    var path = REDRAWINGS + "/" + id(client.post(REDRAWINGS, redrawing()).expect(201));
    String[] headers = {"Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"1\""};

    var first = approver().post(path + "/approval", "", headers).expect(200);
    var second = approver().post(path + "/approval", "", headers).expect(200);

    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void aUnitEndsOnceWhoeverEndsIt() {
    redrawn(redrawing());

    client
        .post(REDRAWINGS, redrawing())
        .expectProblem(422, "unit-cannot-end")
        .expectField("/successions/0/fromId");
    client
        .post(UNITS + "/" + whole + "/closure", "{\"on\":\"2025-01-01\"}", version(1))
        .expectProblem(409, "unit-already-closed");
  }

  @Test
  void aNewUnitTakesItsFirstCommandAtVersionZero() {
    // given
    var unit = unitId(redrawn(redrawing()), "a");
    assertThat(client.get(UNITS + "/" + unit).header("ETag")).isEqualTo("\"0\"");
    var name = "{\"name\":\"Phường Tuy Hòa\",\"from\":\"2025-01-01\"}";
    // when
    client
        .post(UNITS + "/" + unit + "/names", name, version(1))
        .expectProblem(412, "stale-version");
    var renamed = client.post(UNITS + "/" + unit + "/names", name, version(0)).expect(200);
    // then
    assertThat(renamed.header("ETag")).isEqualTo("\"1\"");
    assertThat(client.get(UNITS + "/" + unit).json().path("name").asString())
        .isEqualTo("Phường Tuy Hòa");
  }

  @Test
  void aBranchOfTheDividedUnitFollowsASuccessor() {
    // given
    var redrawn = redrawn(redrawing());
    var successor = unitId(redrawn, "b");
    assertThat(client.get(UNITS + "/" + branch).json().has("parentId")).isFalse();
    var assignment = json(Map.of("redrawingId", id(redrawn), "successorId", successor));
    // when
    client.post(UNITS + "/" + branch + "/assignments", assignment, version(1)).expect(200);
    // then
    assertThat(client.get(UNITS + "/" + branch).json().path("parentId").asString())
        .isEqualTo(successor);
    var stranger = unit(freshCode(), "BRANCH", "BRANCH", unitId(redrawn, "a"), "2025-01-01");
    client
        .post(UNITS + "/" + stranger + "/assignments", assignment, version(1))
        .expectProblem(422, "not-concerned-by-the-split");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 422 | ",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\"} | 422 | ",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-31\"} | 400 | /effectiveOn",
        "{\"resolution\":\"\",\"effectiveOn\":\"2024-11-01\"} | 422 | /resolution",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\",\"units\":[{\"key\":\"a\"}]} | 422 |"
            + " ",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\",\"units\":[null]} | 422 | /units/0",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\",\"units\":{}} | 400 | /units",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\",\"closes\":[\"x\"]} | 400 |"
            + " /closes/0",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\",\"closes\":[null]} | 422 | /closes/0",
        "{\"resolution\":\"1\",\"effectiveOn\":\"2024-11-01\",\"successions\":[{\"extent\":\"SOME\"}]}"
            + " | 400 | /successions/0/extent"
      })
  void badRedrawingsAreNamedByField(String body, int status, String pointer) {
    var answer = client.post(REDRAWINGS, body).expect(status);

    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    if (pointer != null) {
      assertThat(answer.json().at("/errors/0/pointer").asString()).startsWith(pointer);
    }
  }

  @Test
  void aMapRedrawnTwiceAtTheSameTimeIsRedrawnOnce() throws Exception {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var proposals = new ArrayList<String>();
      for (int i = 0; i < 4; i++) {
        proposals.add(id(client.post(REDRAWINGS, redrawing()).expect(201)));
      }
      var attempts = new ArrayList<Future<Answer>>();
      for (var id : proposals) {
        attempts.add(clients.submit(() -> decide(approver(), id, "approval")));
      }
      var statuses = new ArrayList<Integer>();
      for (var attempt : attempts) {
        statuses.add(attempt.get().status());
      }
      assertThat(statuses).containsOnlyOnce(200).allMatch(s -> s == 200 || s == 409 || s == 422);
    }
  }
}
