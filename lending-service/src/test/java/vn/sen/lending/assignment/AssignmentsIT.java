package vn.sen.lending.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.LocalDate;
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
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.lending.LendingService;

class AssignmentsIT extends LendingService {

  private static final String SPLITS = "/api/lending/splits";
  private static final String JOBS = "/api/lending/split-assignments";

  @Autowired MongoDatabase database;
  @Autowired Assignments assignments;

  private String code;
  private UUID commune;
  private UUID bank;
  private String programme;

  @BeforeEach
  void givenABankAndACommune() {
    code = freshCode();
    commune = commune(code);
    bank = bank();
    programme = programme();
  }

  private JsonNode lent(String identity, String group) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("kind", "DISBURSED", "loan", freshCode(), "reference", freshCode()));
    body.putAll(Map.of("on", "2023-01-10", "amount", 1_000_000, "programme", programme));
    body.putAll(Map.of("identity", identity, "unit", code, "dueOn", "2026-01-10"));
    body.putAll(Map.of("ratePercent", 6.6, "group", group));
    var done = as(bank).post(UPDATES, json(body), "Idempotency-Key", freshCode()).expect(200);
    return client.get(LOANS + "/" + id(done)).expect(200).json();
  }

  private static Map<String, Object> wanted(
      Divided split, String rule, @Nullable UUID successor, Object... of) {
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

  private JsonNode assigned(ServiceClient who, Map<String, ?> wanted) {
    var job = JOBS + "/" + id(who.post(JOBS, json(wanted)).expect(201));
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> who.get(job).expect(200).json(),
            answer -> !answer.path("state").asString().equals("RUNNING"));
  }

  private JsonNode open(Divided split) {
    return client.get(SPLITS + "/" + split.unit()).expect(200).json();
  }

  private List<String> followed(JsonNode loan) {
    return client
        .get(LOANS + "/" + loan.path("id").asString())
        .expect(200)
        .json()
        .at("/place/via")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void loansFollowASuccessorByGroupAndHouseholdAlsoWhereAWholeSuccessionCameFirst() {
    // given two loans of one household in two groups, and one of another
    var identity = freshIdentity();
    var one = lent(identity, "T-01");
    var two = lent(identity, "T-02");
    var other = lent(freshIdentity(), "T-02");
    var split = divided(commune, true);
    assertThat(open(split).path("openLoans").asInt()).isEqualTo(3);
    assertThat(open(split).path("openHouseholds").asInt()).isEqualTo(2);
    assertThat(open(split).path("openOutstanding").asLong()).isEqualTo(3_000_000);
    var group = one.at("/place/groupId").asString();
    var loans = SPLITS + "/" + split.unit() + "/loans";
    assertThat(client.get(loans + "?groupId=" + group).expect(200).json().path("items")).hasSize(1);
    // when
    var wanted = wanted(split, "GROUPS", split.one(), group);
    var preview = client.post(JOBS + "/preview", json(wanted)).expect(200).json();
    assertThat(preview.at("/counts/ASSIGNED").asInt()).isEqualTo(1);
    assigned(client, wanted);
    var done = assigned(client, wanted(split, "WITH_HOUSEHOLD", null));
    // then the household's other loan follows, and the stranger's is still open
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(1);
    assertThat(done.at("/counts/UNDECIDED").asInt()).isEqualTo(1);
    assertThat(followed(one)).containsExactly(split.one().toString());
    assertThat(followed(two)).containsExactly(split.one().toString());
    assertThat(followed(other)).isEmpty();
    assertThat(open(split).path("openOutstanding").asLong()).isEqualTo(1_000_000);
    var record = PublishedRecords.of(Topic.LOANS, one.path("id").asString(), 2).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "lending.loan.assigned.v1")
        .containsEntry("ce_actor", "split-assignment:" + Tokens.SUBJECT);
    // and one by one as well, by an officer of the successor, who takes nothing of the other's
    var officer = client.as(Tokens.at(split.other().toString(), Role.OFFICER));
    var assignment = json(Map.of("successorId", split.other()));
    officer
        .post(LOANS + "/" + other.path("id").asString() + "/assignment", assignment, version(1))
        .expect(200);
    officer
        .post(LOANS + "/" + one.path("id").asString() + "/assignment", assignment, version(2))
        .expectProblem(403, "out-of-scope");
    assertThat(open(split).path("openLoans").asInt()).isZero();
  }

  @Test
  void whatFollowsASuccessorIsOpenAgainWhereThatOneIsDividedInTurn() {
    // given a loan that follows a successor
    var loan = lent(freshIdentity(), "T-01");
    var id = loan.path("id").asString();
    var first = divided(commune, false);
    assigned(client, wanted(first, "LOANS", first.one(), id));
    // when this one is divided
    var second = divided(first.one(), LocalDate.of(2025, 7, 1));
    // then the loan is open there, and its successor's officer finds it once it is given to her
    assertThat(open(second).path("openLoans").asInt()).isEqualTo(1);
    assigned(client, wanted(second, "LOANS", second.other(), id));
    assertThat(followed(loan)).containsExactly(first.one().toString(), second.other().toString());
    assertThat(open(second).path("openLoans").asInt()).isZero();
    var officer = client.as(Tokens.at(second.other().toString(), Role.OFFICER));
    assertThat(officer.post(LOANS + "/search", "{}").expect(200).json().path("items"))
        .extracting(found -> found.path("id").asString())
        .containsExactly(id);
  }

  @Test
  void householdsThatWereMergedAreOne() {
    // given loans of two households that are one, and of a stranger
    var one = lent(freshIdentity(), "T-01");
    var two = lent(freshIdentity(), "T-02");
    var other = lent(freshIdentity(), "T-02");
    merge(one, two);
    var split = divided(commune, false);
    assertThat(open(split).path("openHouseholds").asInt()).isEqualTo(2);
    assigned(client, wanted(split, "LOANS", split.one(), one.path("id").asString()));
    // when
    var done = assigned(client, wanted(split, "WITH_HOUSEHOLD", null));
    // then
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(1);
    assertThat(followed(two)).containsExactly(split.one().toString());
    assertThat(followed(other)).isEmpty();
  }

  @Test
  void whoNamesOneOfTwoMergedHouseholdsMeansBoth() {
    // given loans of two households that are one, and of a stranger
    var one = lent(freshIdentity(), "T-01");
    var two = lent(freshIdentity(), "T-02");
    var other = lent(freshIdentity(), "T-02");
    merge(one, two);
    var split = divided(commune, false);
    // when either is named
    var named = two.at("/place/householdId").asString();
    var done = assigned(client, wanted(split, "HOUSEHOLDS", split.one(), named));
    // then
    assertThat(done.at("/counts/ASSIGNED").asInt()).isEqualTo(2);
    assertThat(followed(one)).containsExactly(split.one().toString());
    assertThat(followed(two)).containsExactly(split.one().toString());
    assertThat(followed(other)).isEmpty();
  }

  private void merge(JsonNode one, JsonNode into) {
    client
        .post(
            HOUSEHOLDS + "/" + one.at("/place/householdId").asString() + "/merges",
            json(Map.of("intoId", into.at("/place/householdId").asString(), "from", "2023-06-01")),
            version(1))
        .expect(200);
  }

  @Test
  void whatIsOpenIsCountedWithoutALookAtTheLoans() {
    // given a loan of which nothing can be read but what it is listed by
    var loan = lent(freshIdentity(), "T-01");
    var split = divided(commune, false);
    database
        .getCollection("loans")
        .updateOne(
            Filters.eq("_id", UUID.fromString(loan.path("id").asString())),
            Updates.set("state", new Document()));
    // then
    assertThat(open(split).path("openLoans").asInt()).isEqualTo(1);
    assertThat(open(split).path("openHouseholds").asInt()).isEqualTo(1);
    assertThat(open(split).path("openOutstanding").asLong()).isEqualTo(1_000_000);
  }

  @Test
  void whatSomebodyElseAssignedSinceItWasPlannedIsLeftThere() {
    // given a job that planned to assign a loan before somebody gave it to the other successor
    var loan = lent(freshIdentity(), "T-01");
    var split = divided(commune, false);
    var id = loan.path("id").asString();
    assigned(client, wanted(split, "LOANS", split.other(), id));
    var job =
        UUID.fromString(
            assigned(client, wanted(split, "LOANS", split.one(), id)).path("id").asString());
    database
        .getCollection("splitAssignments")
        .updateOne(
            Filters.eq("_id", job),
            Updates.combine(
                Updates.set("part", 0),
                Updates.set("owner", "another"),
                Updates.set("counts", new Document()),
                Updates.unset("behind")));
    database
        .getCollection("splitAssignmentResults")
        .updateOne(Filters.eq("assignment", job), Updates.set("results.0.outcome", "ASSIGNED"));
    // when it goes on
    assignments.work(job, "another");
    // then
    var done = client.get(JOBS + "/" + job).expect(200).json();
    assertThat(done.at("/counts/ELSEWHERE").asInt()).isEqualTo(1);
    assertThat(followed(loan)).containsExactly(split.other().toString());
  }

  @Test
  void aKeyBeginsOneAssignmentAndIdsAreRead() {
    // given
    var split = divided(commune, false);
    var key = freshCode();
    var one = json(wanted(split, "LOANS", split.one(), UUID.randomUUID()));
    var job = id(client.post(JOBS, one, "Idempotency-Key", key).expect(201));
    // then the same again is the same one, and something else is refused
    assertThat(id(client.post(JOBS, one, "Idempotency-Key", key).expect(201))).isEqualTo(job);
    client
        .post(
            JOBS,
            json(wanted(split, "LOANS", split.one(), UUID.randomUUID())),
            "Idempotency-Key",
            key)
        .expectProblem(422, "key-reused");
    client
        .post(JOBS, json(wanted(split, "LOANS", split.one(), "L-01")))
        .expectProblem(422, "not-an-id");
  }
}
