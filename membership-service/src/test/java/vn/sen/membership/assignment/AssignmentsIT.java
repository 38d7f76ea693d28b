package vn.sen.membership.assignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.assignment.Assignments;
import vn.sen.chassis.privacy.DataKeys;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.membership.MembershipService;

class AssignmentsIT extends MembershipService {

  private static final String SPLITS = "/api/membership/splits";
  private static final String JOBS = "/api/membership/split-assignments";

  @Autowired MongoDatabase database;
  @Autowired Assignments assignments;
  @Autowired DataKeys keys;

  private String province;
  private String branchOne;
  private String branchTwo;
  private Divided split;
  private ServiceClient officer;

  @BeforeEach
  void givenACommuneThatWasDivided() {
    province = province();
    var commune = commune(province);
    branchOne = branch(commune);
    branchTwo = branch(commune);
    split = divided(commune, province);
    officer = client.as(Tokens.at(province, Role.OFFICER));
  }

  private String member(String unit, @Nullable String household) {
    return member(unit, household, null);
  }

  private String member(String unit, @Nullable String household, @Nullable String identity) {
    var body = new HashMap<String, Object>();
    body.put("unitId", unit);
    body.put("fullName", "Đỗ Thị Mơ");
    body.put("birthYear", 1980);
    body.put("joinedOn", "2020-03-08");
    if (household != null) {
      body.put("householdId", household);
    }
    if (identity != null) {
      body.put("identityNumber", identity);
    }
    return id(client.post(MEMBERS, json(body)).expect(201));
  }

  private String household() {
    // registered today, and so at a unit of today
    var body = Map.of("unitId", branchOne, "headName", "Đỗ Mơ", "address", "Khu phố 1");
    return id(client.post(HOUSEHOLDS, json(body)).expect(201));
  }

  /** A group of the divided unit. */
  private String group() {
    var type = "T" + freshCode();
    client
        .post(
            GROUP_TYPES,
            json(
                Map.of(
                    "code",
                    type,
                    "name",
                    "Câu lạc bộ",
                    "from",
                    "2022-01-01",
                    "parameters",
                    List.of())))
        .expect(201);
    return id(
        client
            .post(
                GROUPS,
                json(
                    Map.of(
                        "type",
                        type,
                        "name",
                        "Câu lạc bộ",
                        "unitId",
                        split.unit(),
                        "foundedOn",
                        "2023-03-08")))
            .expect(201));
  }

  private Map<String, Object> wanted(String rule, @Nullable String successor, String... of) {
    var body = new HashMap<String, Object>();
    body.put("unitId", split.unit());
    body.put("rule", rule);
    if (successor != null) {
      body.put("successorId", successor);
    }
    if (of.length > 0) {
      body.put("of", List.of(of));
    }
    return body;
  }

  private Map<String, Object> again(Map<String, Object> wanted) {
    wanted.put("again", true);
    return wanted;
  }

  private JsonNode preview(Map<String, ?> wanted) {
    return officer.post(JOBS + "/preview", json(wanted)).expect(200).json().path("counts");
  }

  /** Carried out to the end. */
  private JsonNode assigned(ServiceClient who, Map<String, ?> wanted) {
    var job = JOBS + "/" + id(who.post(JOBS, json(wanted)).expect(201));
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> who.get(job).expect(200).json(),
            answer -> !answer.path("state").asString().equals("RUNNING"));
  }

  private JsonNode open() {
    return officer.get(SPLITS + "/" + split.unit()).expect(200).json();
  }

  private List<String> followed(String member) {
    return client
        .get(MEMBERS + "/" + member)
        .expect(200)
        .json()
        .at("/stays/0/via")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void theWorklistSaysWhatIsOpenAndABranchTakesItsMembersAlong() {
    // given
    member(branchOne, null);
    member(branchOne, null);
    member(branchTwo, null);
    var direct = member(split.unit(), null);
    assertThat(open().path("openBranches").asInt()).isEqualTo(2);
    assertThat(open().path("openMembers").asInt()).isEqualTo(4);
    assertThat(officer.get(SPLITS + "?unitId=" + split.one()).json().path("items")).hasSize(1);
    var branches = officer.get(SPLITS + "/" + split.unit() + "/branches").expect(200).json();
    assertThat(branches.path("items").findValuesAsString("openMembers")).contains("2", "1");
    // when
    var wanted = wanted("BRANCHES", split.one(), branchOne, UUID.randomUUID().toString());
    assertThat(preview(wanted).path("ASSIGNED").asInt()).isEqualTo(1);
    assertThat(open().path("openMembers").asInt()).as("a preview changes nothing").isEqualTo(4);
    var done = assigned(officer, wanted);
    // then
    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(1);
    assertThat(open().path("openMembers").asInt()).isEqualTo(2);
    var record = PublishedRecords.of(Topic.ORG_UNITS, branchOne, 2).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "membership.orgunit.assigned.v1")
        .containsEntry("ce_effectivedate", "2024-11-01")
        .hasEntrySatisfying(
            "ce_actor",
            actor ->
                assertThat(actor).isEqualTo("split-assignment:" + done.path("author").asString()));
    var members = officer.get(SPLITS + "/" + split.unit() + "/members?limit=1").expect(200).json();
    assertThat(members.path("items")).hasSize(1);
    assertThat(members.path("next").asString()).isNotEmpty();
    var rest =
        officer
            .get(SPLITS + "/" + split.unit() + "/members?branchId=" + split.unit())
            .expect(200)
            .json();
    assertThat(rest.path("items").findValuesAsString("id")).containsExactly(direct);
    // and done again, nothing happens
    assertThat(assigned(officer, wanted).at("/counts/ALREADY_THERE").asInt()).isEqualTo(1);
  }

  @Test
  void householdsGroupsAndMembersAreAssignedAndAWrongAssignmentIsCorrected() {
    // given
    var household = household();
    var mother = member(branchOne, household);
    var daughter = member(branchTwo, household);
    var alone = member(branchTwo, null);
    // when one of them is assigned, the household follows her
    assigned(officer, wanted("MEMBERS", split.one(), mother));
    var done = assigned(officer, wanted("WITH_HOUSEHOLD", null));
    // then
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(1);
    assertThat(followed(daughter)).containsExactly(split.one());
    assertThat(followed(alone)).isEmpty();
    // and that was wrong
    var other = wanted("HOUSEHOLDS", split.other(), household);
    assertThat(preview(other).path("ELSEWHERE").asInt()).isEqualTo(2);
    assertThat(assigned(officer, again(other)).at("/counts/ASSIGNED").asInt()).isEqualTo(2);
    assertThat(followed(mother)).containsExactly(split.other());
    assertThat(followed(daughter)).containsExactly(split.other());
    var record = PublishedRecords.of(Topic.MEMBERS, mother, 3).getLast();
    assertThat(new String(record.value(), UTF_8)).contains(split.one(), split.other());
  }

  @Test
  void theMembersOfAGroupFollowASuccessorAndSoDoesTheGroup() {
    // given
    var group = group();
    var member = member(branchOne, null);
    client
        .post(
            GROUPS + "/" + group + "/members",
            json(Map.of("memberIds", List.of(member), "on", "2023-04-01")),
            version(1))
        .expect(200);
    var groups = SPLITS + "/" + split.unit() + "/groups";
    assertThat(officer.get(groups).json().path("items").findValuesAsString("id"))
        .containsExactly(group);
    // when
    assigned(officer, wanted("GROUP_MEMBERS", split.one(), group));
    assigned(officer, wanted("GROUPS", split.one(), group));
    // then
    assertThat(followed(member)).containsExactly(split.one());
    assertThat(officer.get(groups).json().path("items")).isEmpty();
  }

  @Test
  void anOfficerOfASuccessorTakesWhatIsOpenButNothingOfTheOther() {
    // given
    var mine = member(branchOne, null);
    var theirs = member(branchTwo, null);
    assigned(officer, wanted("MEMBERS", split.other(), theirs));
    var successor = client.as(Tokens.at(split.one(), Role.OFFICER));
    // when
    var done = assigned(successor, again(wanted("MEMBERS", split.one(), mine, theirs)));
    // then
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(1);
    assertThat(done.at("/counts/OUT_OF_SCOPE").asInt()).isEqualTo(1);
    assertThat(followed(theirs)).containsExactly(split.other());
    var job = JOBS + "/" + done.path("id").asString();
    assertThat(successor.get(job + "/results").expect(200).json().path("items")).hasSize(2);
    // nor does she give what is open to the other, and nobody else sees it
    var more = member(branchOne, null);
    assertThat(
            assigned(successor, wanted("MEMBERS", split.other(), more))
                .at("/counts/OUT_OF_SCOPE")
                .asInt())
        .isEqualTo(1);
    var stranger = client.as(Tokens.at(commune(province), Role.OFFICER));
    assertThat(stranger.get(SPLITS).expect(200).json().path("items")).isEmpty();
    stranger.get(SPLITS + "/" + split.unit()).expectProblem(403, "out-of-scope");
    // but one by one she takes it as well
    successor
        .post(
            MEMBERS + "/" + more + "/assignments",
            json(Map.of("redrawingId", split.redrawing(), "successorId", split.one())),
            version(1))
        .expect(200);
    // what no rule is about is refused with the field
    officer
        .post(JOBS, json(wanted("MEMBERS", split.one())))
        .expectProblem(422, "nothing-to-assign-by")
        .expectField("/of");
    officer
        .post(JOBS, json(wanted("MEMBERS", province, more)))
        .expectProblem(422, "no-successor-of-the-unit")
        .expectField("/successorId");
    officer.get(SPLITS + "/" + province).expectProblem(404, "unit-not-divided");
  }

  @Test
  void whatCannotBeLookedUpIsThatRecordsResultAndTheRestFollows() {
    // given a household whose address nobody can read any more, nor the number of one of its own
    var household = household();
    var mother = member(branchOne, household);
    var daughter = member(branchOne, household, "0541800" + freshCode());
    var sister = member(branchTwo, household);
    await()
        .until(() -> client.get(HOUSEHOLDS + "/" + household).json().path("version").asLong() == 4);
    keys.destroy(UUID.fromString(household));
    keys.destroy(UUID.fromString(daughter));
    assigned(officer, wanted("MEMBERS", split.one(), mother));
    // when
    var done = assigned(officer, wanted("WITH_HOUSEHOLD", null));
    // then
    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(followed(sister)).containsExactly(split.one());
    var results = officer.get(JOBS + "/" + done.path("id").asString() + "/results").json();
    assertThat(results.path("items"))
        .filteredOn(result -> result.path("id").asString().equals(daughter))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.path("outcome").asString()).isEqualTo("REFUSED");
              assertThat(result.path("rule").asString()).isEqualTo("data-key-destroyed");
              assertThat(result.path("successorId").asString()).isEqualTo(split.one());
            });
    // nor does a group that there is not end it
    var groups = wanted("GROUP_MEMBERS", split.one(), UUID.randomUUID().toString());
    assertThat(preview(groups)).isEmpty();
    assertThat(assigned(officer, groups).path("state").asString()).isEqualTo("DONE");
  }

  @Test
  void whatSomebodyElseAssignedSinceItWasPlannedIsLeftThere() {
    // given a branch, a member of another and a group that follow the one successor
    var member = member(branchTwo, null);
    for (var wanted :
        List.of(
            List.of("BRANCHES", branchOne),
            List.of("MEMBERS", member),
            List.of("GROUPS", group()))) {
      assigned(officer, wanted(wanted.getFirst(), split.one(), wanted.getLast()));
      // and a job that planned before to give them to the other
      var job =
          assigned(officer, wanted(wanted.getFirst(), split.other(), wanted.getLast()))
              .path("id")
              .asString();
      cutOffInItsFirstPart(UUID.fromString(job));
      database
          .getCollection("splitAssignmentResults")
          .updateOne(
              Filters.eq("assignment", UUID.fromString(job)),
              Updates.set("results.0.outcome", "ASSIGNED"));
      // when it goes on
      assignments.work(UUID.fromString(job), "another");
      // then
      assertThat(officer.get(JOBS + "/" + job).json().path("counts").toString())
          .isEqualTo("{\"ELSEWHERE\":1}");
    }
    assertThat(followed(member)).containsExactly(split.one());
    assertThat(officer.get(UNITS + "/" + branchOne).expect(200).json().path("version").asLong())
        .isEqualTo(2);
  }

  /** As if its instance had been killed when its part was written, but not noted. */
  private void cutOffInItsFirstPart(UUID job) {
    database
        .getCollection("splitAssignments")
        .updateOne(
            Filters.eq("_id", job),
            Updates.combine(
                Updates.set("part", 0),
                Updates.set("owner", "another"),
                Updates.set("counts", new Document()),
                Updates.unset("behind")));
  }

  @Test
  void cutOffHalfWayItGoesOnAndCountsEverybodyOnce() {
    // given an assignment whose instance was killed when its part was written, but not noted
    var members =
        List.of(member(branchOne, null), member(branchOne, null), member(branchTwo, null));
    var wanted = wanted("MEMBERS", split.one(), members.toArray(String[]::new));
    var job = UUID.fromString(assigned(officer, wanted).path("id").asString());
    cutOffInItsFirstPart(job);
    // when it is taken up again
    assignments.work(job, "another");
    // then
    var done = officer.get(JOBS + "/" + job).expect(200).json();
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(3);
    assertThat(done.path("counts").size()).isEqualTo(1);
    for (var member : members) {
      assertThat(client.get(MEMBERS + "/" + member).json().path("version").asLong()).isEqualTo(2);
    }
  }
}
