package vn.sen.membership.memberimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
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
import vn.sen.events.membership.Approval;
import vn.sen.membership.MembershipService;

class WithdrawalsIT extends MembershipService {

  private static final String HEADING = "unitCode,fullName,birthYear,identityNumber,joinedOn\n";

  @Autowired MongoDatabase database;
  @Autowired WithdrawalRun run;

  private String commune;
  private String branch;
  private String branchCode;
  private ServiceClient officer;
  private ServiceClient approver;

  @BeforeEach
  void givenABranch() {
    commune = commune(province());
    branchCode = freshCode();
    branch = unit(branchCode, "BRANCH", "BRANCH", commune);
    officer = client.as(Tokens.at(commune, Role.OFFICER));
    approver = client.as(Tokens.at(commune, Role.APPROVER));
  }

  private String rows(int count) {
    return HEADING + (branchCode + ",Đỗ Thị Mơ,1980,,2020-03-08\n").repeat(count);
  }

  private String imported(String file) {
    var id =
        id(
            officer
                .upload(IMPORTS, "text/csv", file.getBytes(UTF_8), "Idempotency-Key", freshCode())
                .expect(201));
    awaitState(IMPORTS + "/" + id, "VALIDATED");
    officer.post(IMPORTS + "/" + id + "/execution", "{}").expect(202);
    awaitState(IMPORTS + "/" + id, "DONE");
    return id;
  }

  private JsonNode awaitState(String path, String state) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> client.get(path).expect(200).json(),
            i -> i.path("state").asString().equals(state));
  }

  private Answer propose(String importId) {
    return officer.post(
        WITHDRAWALS, json(Map.of("importId", importId, "reason", "Nhầm tệp của xã khác")));
  }

  private Answer approve(ServiceClient who, String withdrawal) {
    return who.post(WITHDRAWALS + "/" + withdrawal + "/approval", "", version(1));
  }

  private List<Document> members() {
    return database
        .getCollection("members")
        .find(Filters.eq("ix.units", UUID.fromString(branch)))
        .into(new ArrayList<>());
  }

  private long withdrawn() {
    return members().stream()
        .filter(m -> "WITHDRAWN".equals(m.getEmbedded(List.of("ix", "status"), "")))
        .count();
  }

  @Test
  void takesBackAllThatNothingElseHasHappenedTo() {
    // given
    var importId = imported(rows(1_203));
    var changed = members().getFirst().get("_id", UUID.class).toString();
    client
        .put(
            MEMBERS + "/" + changed + "/type",
            json(Map.of("memberType", "HONORARY", "on", "2024-01-01")),
            version(1))
        .expect(200);
    var id = id(propose(importId).expect(201));
    assertThat(withdrawn()).isZero();
    // when
    approve(approver, id).expect(200);
    var done = awaitState(WITHDRAWALS + "/" + id, "DONE");
    // then
    assertThat(done.path("withdrawn").asInt()).isEqualTo(1_202);
    assertThat(done.path("kept").asInt()).isEqualTo(1);
    assertThat(done.path("consistency").asString()).isEqualTo("import:" + id + "@1202");
    assertThat(withdrawn()).isEqualTo(1_202);
    var left = approver.get(WITHDRAWALS + "/" + id + "/kept").expect(200).json();
    assertThat(left.path("items")).hasSize(1);
    assertThat(left.at("/items/0").asString()).isEqualTo(changed);
    // and nobody finds the others any more, or changes them
    var search = json(Map.of("unitId", branch, "limit", 500));
    assertThat(
            officer
                .post(MEMBERS + "/searches", search)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsString("id"))
        .containsExactly(changed);
  }

  @Test
  void saysWithEachMemberWhatIsTakenBackAndWhoDecidedIt() {
    // given
    var importId = imported(rows(1));
    var member = members().getFirst().get("_id", UUID.class).toString();
    // when
    var id = id(propose(importId).expect(201));
    approve(approver, id).expect(200);
    awaitState(WITHDRAWALS + "/" + id, "DONE");
    // then
    var record = PublishedRecords.of(Topic.MEMBERS, member, 2).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.member.withdrawn.v1");
    assertThat(new String(record.value(), UTF_8))
        .contains("\"withdrawalId\":\"" + id, "\"direction\":\"IN\",\"delta\":-1", "2020-03-08");
    assertThat(approver.get(WITHDRAWALS + "/" + id + "/history").body())
        .contains("withdrawal-proposed", "withdrawal-approved", "membership.import.withdrawn.v1");
    officer
        .post(
            MEMBERS + "/" + member + "/departures",
            json(Map.of("reason", "RESIGNED", "on", "2024-01-01")),
            version(2))
        .expectProblem(409, "record-withdrawn");
  }

  @Test
  void letsTheRightFileBringTheSamePeople() {
    var file = HEADING + branchCode + ",Đỗ Thị Mơ,1980,0541800" + freshCode() + ",2020-03-08\n";
    var id = id(propose(imported(file)).expect(201));
    approve(approver, id).expect(200);
    awaitState(WITHDRAWALS + "/" + id, "DONE");

    imported(file);

    assertThat(members()).hasSize(2);
    assertThat(withdrawn()).isEqualTo(1);
  }

  @Test
  void needsAnApproverInReachWhoIsNotItsAuthor() {
    var both = client.as(Tokens.token(APPROVER, commune, Role.OFFICER, Role.APPROVER));
    var importId = imported(rows(1));
    var body = json(Map.of("importId", importId, "reason", "Nhầm tệp"));
    var id = id(both.post(WITHDRAWALS, body).expect(201));

    approve(both, id).expectProblem(403, "author-cannot-approve");
    approve(client.as(Tokens.at(commune(province()), Role.APPROVER)), id)
        .expectProblem(403, "out-of-scope");
    approve(officer, id).expectProblem(403, "role-missing");
    propose(importId).expectProblem(409, "natural-key-taken");
    approver.post(WITHDRAWALS + "/" + id + "/rejection", "", version(1)).expect(200);
    approver
        .post(WITHDRAWALS + "/" + id + "/approval", "", version(2))
        .expectProblem(409, "already-decided");
    propose(importId).expect(201);
    assertThat(withdrawn()).isZero();
  }

  @Test
  void isOnlyForWhatWasCarriedOut() {
    var id =
        id(
            officer
                .upload(
                    IMPORTS, "text/csv", rows(1).getBytes(UTF_8), "Idempotency-Key", freshCode())
                .expect(201));

    propose(id).expectProblem(409, "import-not-done").expectField("/importId");
    propose(UUID.randomUUID().toString()).expectProblem(404, "not-found");
  }

  @Test
  void cutOffHalfWayItGoesOnAndCountsEverybodyOnce() {
    // given a withdrawal whose instance was killed after its first part was written, but not noted
    var importId = imported(rows(1_500));
    var id = id(propose(importId).expect(201));
    approve(approver, id).expect(200);
    awaitState(WITHDRAWALS + "/" + id, "DONE");
    database
        .getCollection("importWithdrawalRuns")
        .updateOne(
            Filters.eq("_id", UUID.fromString(id)),
            Updates.combine(
                Updates.set("nextRow", 1L), Updates.set("withdrawn", 0L), Updates.set("kept", 0L)));
    // when it is taken up again
    run.run(
        UUID.fromString(id),
        new Withdrawal.Running(
            new Withdrawal.Wanted(UUID.fromString(importId), "Nhầm tệp của xã khác"),
            new Approval("author", "approver")));
    // then
    var done = client.get(WITHDRAWALS + "/" + id).expect(200).json();
    assertThat(done.path("withdrawn").asInt()).isEqualTo(1_500);
    assertThat(done.path("kept").asInt()).isZero();
    assertThat(members().stream().map(m -> m.getLong("v"))).containsOnly(2L);
  }
}
