package vn.sen.membership.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class TransfersIT extends MembershipService {

  private static final String NAME = "Đoàn Thị Lựu";

  @Autowired MongoDatabase database;
  @Autowired TransferDeadlines deadlines;

  private String province;
  private String there;
  private String branchThere;
  private String branchHere;
  private ServiceClient sending;
  private ServiceClient receiving;
  private String number;

  @BeforeEach
  void givenTwoCommunes() {
    province = province();
    there = commune(province);
    branchThere = branch(there);
    var here = commune(province);
    branchHere = branch(here);
    sending = client.as(Tokens.at(there, Role.OFFICER));
    receiving = client.as(Tokens.at(here, Role.OFFICER));
    number = "0541800" + freshCode();
  }

  private String member(Map<String, ?> more) {
    var person = new HashMap<String, Object>(more);
    person.put("unitId", branchThere);
    person.put("fullName", NAME);
    person.put("birthYear", 1980);
    person.put("joinedOn", "2020-03-08");
    return id(client.post(MEMBERS, json(person)).expect(201));
  }

  private String member() {
    return member(Map.of("identityNumber", number));
  }

  private Answer ask(String identityNumber) {
    var body = Map.of("toUnitId", branchHere, "on", "2024-01-01", "identityNumber", identityNumber);
    return receiving.post(REQUESTS, json(body));
  }

  private Answer askByPaper(String name, int birthYear, String unit) {
    var paper = Map.of("fullName", name, "birthYear", birthYear, "unitId", unit);
    var body = Map.of("toUnitId", branchHere, "on", "2024-01-01", "paper", paper);
    return receiving.post(REQUESTS, json(body));
  }

  private Answer confirm(ServiceClient who, String request, long version) {
    return who.post(REQUESTS + "/" + request + "/confirmation", "{}", version(version));
  }

  private JsonNode awaitState(ServiceClient who, String request, String state) {
    return await()
        .until(
            () -> who.get(REQUESTS + "/" + request).expect(200).json(),
            r -> r.path("state").asString().equals(state));
  }

  private String unitOf(String member) {
    return client.get(MEMBERS + "/" + member).json().path("unitId").asString();
  }

  @Test
  void theReceivingUnitLearnsOnlyThatSheIsAMemberElsewhere() {
    // given
    var member = member();
    // when
    var answer = ask(number).expect(201);
    // then
    assertThat(answer.json().path("state").asString()).isEqualTo("WAITING");
    var seen = receiving.get(REQUESTS + "/" + id(answer)).expect(200).body();
    assertThat(answer.body() + seen).doesNotContain(member, branchThere, there, NAME, number);
    var record = PublishedRecords.of(Topic.TRANSFERS, id(answer), 1).getFirst();
    assertThat(new String(record.value(), UTF_8)).contains(member).doesNotContain(number, NAME);
    assertThat(
            database
                    .getCollection("transferRequests")
                    .find(Filters.eq("_id", UUID.fromString(id(answer))))
                    .first()
                + "")
        .doesNotContain(number, NAME);
  }

  @Test
  void whoAsksForNobodyGetsAnAnswerOfTheSameShapeAndIsOnRecord() {
    member();

    var found = ask(number).expect(201).json();
    var nobody = ask("0541801" + freshCode()).expect(201).json();

    assertThat(nobody.path("state").asString()).isEqualTo("NOBODY_FOUND");
    assertThat(nobody.propertyNames()).isEqualTo(found.propertyNames());
    var record = PublishedRecords.of(Topic.TRANSFERS, nobody.path("id").asString(), 1).getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.transfer.nobody-found.v1");
  }

  @Test
  void theSendingUnitFindsTheRequestAndConfirmsIt() {
    // given
    var member = member();
    var request = id(ask(number).expect(201));
    // when
    var listed = sending.get(REQUESTS + "?state=WAITING").expect(200).json().path("items");
    // then
    assertThat(listed.findValuesAsString("id")).containsExactly(request);
    assertThat(listed.at("/0/candidates/0").asString()).isEqualTo(member);
    confirm(receiving, request, 1).expectProblem(403, "out-of-scope");
    // when
    confirm(sending, request, 1).expect(200);
    // then she is moved, and the receiving unit sees who she is
    var done = awaitState(receiving, request, "CARRIED_OUT");
    assertThat(done.path("memberId").asString()).isEqualTo(member);
    assertThat(unitOf(member)).isEqualTo(branchHere);
    receiving.get(MEMBERS + "/" + member).expect(200);
    assertThat(sending.get(REQUESTS + "/" + request + "/history").body())
        .contains("membership.transfer.confirmed.v1", TransferProcess.GROUP);
  }

  @Test
  void aPaperFindsHerByNameYearAndUnit() {
    // given a namesake in the same branch
    var first = member(Map.of());
    var second = member(Map.of());
    // then
    assertThat(askByPaper("doan thi lựu", 1981, there).json().path("state").asString())
        .isEqualTo("NOBODY_FOUND");
    assertThat(askByPaper(NAME, 1980, commune(province)).json().path("state").asString())
        .isEqualTo("NOBODY_FOUND");
    askByPaper(NAME, 1980, province).expectProblem(422, "unit-takes-no-members");
    // when
    var request = id(askByPaper("đoàn thị lựu", 1980, there).expect(201));
    // then the sending unit says which one
    assertThat(sending.get(REQUESTS + "/" + request).json().path("candidates").toString())
        .contains(first, second);
    confirm(sending, request, 1).expectProblem(422, "member-not-chosen");
    sending
        .post(
            REQUESTS + "/" + request + "/confirmation",
            json(Map.of("memberId", second)),
            version(1))
        .expect(200);
    awaitState(sending, request, "CARRIED_OUT");
    assertThat(unitOf(second)).isEqualTo(branchHere);
    assertThat(unitOf(first)).isEqualTo(branchThere);
  }

  @Test
  void aFormerMemberIsReadmittedTheSameWay() {
    var member = member();
    client
        .post(
            MEMBERS + "/" + member + "/departures",
            json(Map.of("reason", "MOVED_OUT", "on", "2023-01-01")),
            version(1))
        .expect(200);
    var request = id(ask(number).expect(201));

    confirm(sending, request, 1).expect(200);

    awaitState(receiving, request, "CARRIED_OUT");
    var record = client.get(MEMBERS + "/" + member).json();
    assertThat(record.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(record.path("joinedOn").asString()).isEqualTo("2024-01-01");
  }

  @Test
  void aRefusalTellsTheReason() {
    var member = member();
    var request = id(ask(number).expect(201));

    sending
        .post(REQUESTS + "/" + request + "/refusal", json(Map.of("reason", "Còn ở")), version(1))
        .expect(200);

    var seen = receiving.get(REQUESTS + "/" + request).json();
    assertThat(seen.path("state").asString()).isEqualTo("REFUSED");
    assertThat(seen.path("reason").asString()).isEqualTo("Còn ở");
    confirm(sending, request, 2).expectProblem(409, "already-decided");
    assertThat(unitOf(member)).isEqualTo(branchThere);
  }

  @Test
  void aMoveThatHerRecordDoesNotAllowIsRefusedBeforeItIsConfirmed() {
    member();
    var body = Map.of("toUnitId", branchHere, "on", "2019-01-01", "identityNumber", number);
    var request = id(receiving.post(REQUESTS, json(body)).expect(201));

    confirm(sending, request, 1).expectProblem(422, "before-the-stay-began");
  }

  @Test
  void withoutAnAnswerTheCommonSuperiorDecides() {
    // given a request whose last day was years ago
    var member = member();
    var request = id(ask(number).expect(201));
    var superior = client.as(Tokens.at(province, Role.OFFICER));
    database
        .getCollection("transferRequests")
        .updateOne(
            Filters.eq("_id", UUID.fromString(request)),
            Updates.combine(
                Updates.set("ix.answerBy", "2020-01-01"),
                Updates.set("state.answerBy", "2020-01-01")));
    // when
    deadlines.escalateDue();
    deadlines.escalateDue();
    // then it lies with the superior alone
    var seen = superior.get(REQUESTS + "/" + request).json();
    assertThat(seen.path("state").asString()).isEqualTo("ESCALATED");
    assertThat(seen.path("superiorId").asString()).isEqualTo(province);
    confirm(sending, request, 2).expectProblem(403, "out-of-scope");
    confirm(superior, request, 2).expect(200);
    awaitState(receiving, request, "CARRIED_OUT");
    assertThat(unitOf(member)).isEqualTo(branchHere);
  }

  @Test
  void whoHasTheRecordInReachNeedsNoRequest() {
    member();
    var body = Map.of("toUnitId", branchHere, "on", "2024-01-01", "identityNumber", number);

    client
        .as(Tokens.at(province, Role.OFFICER))
        .post(REQUESTS, json(body))
        .expectProblem(409, "member-in-own-reach");
  }

  @Test
  void badRequestsAreNamedByField() {
    var to = Map.of("toUnitId", branchHere, "on", "2024-01-01");
    receiving
        .post(REQUESTS, json(to))
        .expectProblem(422, "person-not-named")
        .expectField("/identityNumber");
    ask("12").expectProblem(422, "identity-number-unreadable").expectField("/identityNumber");
    askByPaper(NAME, 1980, UUID.randomUUID().toString())
        .expectProblem(422, "unit-not-in-force")
        .expectField("/paper/unitId");
    sending
        .post(REQUESTS, json(Map.of("toUnitId", branchHere, "on", "2024-01-01")))
        .expectProblem(403, "out-of-scope")
        .expectField("/toUnitId");
  }
}
