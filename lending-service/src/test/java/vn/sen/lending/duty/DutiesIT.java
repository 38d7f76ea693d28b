package vn.sen.lending.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.domain.BusinessZone;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.lending.LendingService;

class DutiesIT extends LendingService {

  private static final String AGREEMENTS = "/api/lending/agreements";
  private static final String FEES = "/api/lending/entrustment-fees";
  private static final String CHECKS_DUE = LOANS + "/use-checks-due";
  private static final LocalDate LENT = BusinessZone.today().minusDays(40);

  private UUID bank;
  private String programme;
  private String unitCode;
  private UUID unit;

  @BeforeEach
  void setUp() {
    bank = bank();
    programme = programme();
    unitCode = freshCode();
    unit = commune(unitCode);
  }

  private static ServiceClient somebody(ServiceClient client, Role role) {
    return client.as(Tokens.token(UUID.randomUUID().toString(), null, role));
  }

  /** Terms of a bank that entrusts, agreed by two people. */
  private void agree(Map<String, ?> more) {
    var terms = new HashMap<String, Object>();
    terms.putAll(Map.of("from", "2020-01-01", "entrusted", true, "feeShare", 500));
    terms.putAll(Map.of("firstCheckDays", 30, "checkEveryMonths", 12));
    terms.putAll(Map.of("fewestBorrowers", 2, "mostBorrowers", 60, "source", "Văn bản thỏa thuận"));
    terms.putAll(more);
    var path = AGREEMENTS + "/" + bank + "/proposal";
    somebody(client, Role.ADMINISTRATOR).post(path, json(terms), version(0)).expect(200);
    somebody(client, Role.APPROVER).post(path + "/approval", "", version(1)).expect(200);
  }

  private String lend(String number, LocalDate on) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("kind", "DISBURSED", "loan", number, "reference", "R0", "group", "T-01"));
    body.putAll(Map.of("amount", 1_000_000, "programme", programme, "identity", freshIdentity()));
    body.putAll(Map.of("unit", unitCode, "ratePercent", 6.6, "on", on.toString()));
    body.put("dueOn", on.plusYears(2).toString());
    return id(
        as(bank)
            .post(UPDATES, json(body), "Idempotency-Key", UUID.randomUUID().toString())
            .expect(200));
  }

  private JsonNode loan(String id) {
    return client.get(LOANS + "/" + id).expect(200).json();
  }

  private void visit(String loan, LocalDate on) {
    client
        .post(
            LOANS + "/" + loan + "/use-checks",
            json(Map.of("on", on.toString(), "asAgreed", true)),
            version(loan(loan).path("version").asLong()))
        .expect(200);
  }

  @Test
  void loans_of_before_and_after_the_agreement_demand_checks_until_they_are_done() {
    // given a loan of before the terms are agreed, and one of after
    var before = lend("L-1", LENT);
    agree(Map.of());
    await().until(() -> loan(before).path("checksDue").size() == 2);
    var after = lend("L-2", LENT.plusDays(20));

    // then the late one stands first
    var officer = client.as(Tokens.at(unit.toString(), Role.OFFICER));
    var due = officer.get(CHECKS_DUE + "?unitId=" + unit).expect(200).json();
    assertThat(due.path("items").valueStream())
        .extracting(item -> item.path("id").asString())
        .containsExactly(before, after);
    assertThat(due.at("/items/0/checks/0/state").asString()).isEqualTo("LATE");
    assertThat(due.at("/items/0/checks/0/lateDays").asInt()).isEqualTo(10);
    assertThat(due.at("/items/1/checks/0/state").asString()).isEqualTo("TO_DO");
    assertThat(officer.get(CHECKS_DUE + "?late=true").expect(200).json().path("items")).hasSize(1);
    // and page by page
    var first = officer.get(CHECKS_DUE + "?limit=1").expect(200).json();
    var second =
        officer.get(CHECKS_DUE + "?limit=1&cursor=" + first.path("next").asString()).expect(200);
    assertThat(second.json().at("/items/0/id").asString()).isEqualTo(after);
    assertThat(second.json().has("next")).isFalse();
    officer.get(CHECKS_DUE + "?cursor=x").expectProblem(400, "cursor-invalid");
    // and nobody else's
    var stranger = client.as(Tokens.at(commune(freshCode()).toString(), Role.OFFICER));
    assertThat(stranger.get(CHECKS_DUE).expect(200).json().path("items")).isEmpty();

    // when somebody goes there
    visit(before, LENT.plusDays(40));
    visit(after, LENT.plusDays(30));

    // then
    assertThat(officer.get(CHECKS_DUE).expect(200).json().path("items")).isEmpty();
    assertThat(loan(before).at("/checksDue/0/state").asString()).isEqualTo("DONE_LATE");
    assertThat(loan(before).at("/checksDue/0/lateDays").asInt()).isEqualTo(10);
    assertThat(loan(after).at("/checksDue/0/state").asString()).isEqualTo("DONE_IN_TIME");
    // and what is published moves the figures of the days between
    var record = PublishedRecords.of(Topic.LOANS, before, 3).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "lending.loan.use-checked.v1");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("\"measure\":\"CHECKS_LATE\"", "\"measure\":\"CHECKS_DONE_LATE\"");
    // and the bank is told
    await().until(() -> feed().path("items").size() == 2);
    assertThat(feed().path("items").valueStream())
        .extracting(news -> news.path("kind").asString(), news -> news.path("loanId").asString())
        .containsExactlyInAnyOrder(tuple("USE_CHECKED", before), tuple("USE_CHECKED", after));
  }

  @Test
  void a_check_that_is_due_stands_where_its_loan_has_gone_after_a_split() {
    // given
    var loan = lend("L-1", LENT);
    agree(Map.of());
    await().until(() -> loan(loan).path("checksDue").size() == 2);
    var split = divided(unit, false);

    // when
    client
        .post(
            LOANS + "/" + loan + "/assignment",
            json(Map.of("successorId", split.one())),
            version(loan(loan).path("version").asLong()))
        .expect(200);

    // then
    var officer = client.as(Tokens.at(split.one().toString(), Role.OFFICER));
    assertThat(officer.get(CHECKS_DUE).expect(200).json().at("/items/0/place/via"))
        .extracting(JsonNode::asString)
        .containsExactly(split.one().toString());
  }

  private JsonNode feed() {
    return as(bank).get("/api/partners/feed").expect(200).json();
  }

  @Test
  void terms_need_two_people_and_make_sense() {
    var path = AGREEMENTS + "/" + bank;
    var lan =
        client.as(
            Tokens.token(UUID.randomUUID().toString(), null, Role.ADMINISTRATOR, Role.APPROVER));
    var terms = new HashMap<String, Object>();
    terms.putAll(Map.of("from", "2020-01-01", "entrusted", false, "feeShare", 500));
    terms.putAll(Map.of("fewestBorrowers", 5, "mostBorrowers", 60, "source", "x"));
    lan.post(path + "/proposal", json(terms), version(0))
        .expectProblem(422, "not-entrusted")
        .expectField("/entrusted");
    terms.put("entrusted", true);
    terms.put("programmeFees", List.of(Map.of("programmeId", UUID.randomUUID(), "share", 300)));
    lan.post(path + "/proposal", json(terms), version(0))
        .expectProblem(422, "programme-unknown")
        .expectField("/programmeFees/0/programmeId");
    terms.remove("programmeFees");
    lan.post(path + "/proposal", json(terms), version(0)).expect(200);

    lan.post(path + "/proposal/approval", "", version(1))
        .expectProblem(403, "author-cannot-approve");
    assertThat(client.get(path).expect(200).json().at("/proposed/feeShare").asInt()).isEqualTo(500);
    somebody(client, Role.APPROVER).post(path + "/proposal/rejection", "", version(1)).expect(200);
    assertThat(client.get(path).expect(200).json().path("terms")).isEmpty();
    client.get(AGREEMENTS + "/" + UUID.randomUUID()).expectProblem(404, "bank-unknown");
  }

  @Test
  void a_fee_is_stated_once_and_corrected_later() {
    // given
    var fee = new HashMap<String, Object>();
    fee.putAll(Map.of("bankId", bank, "unitId", unit, "month", "2023-06"));
    fee.putAll(Map.of("amount", 1_500_000, "on", "2023-07-10"));
    client.post(FEES, json(fee)).expectProblem(422, "nothing-agreed").expectField("/bankId");
    agree(Map.of());

    // and what there is not is refused
    var nowhere = new HashMap<>(fee);
    nowhere.put("unitId", UUID.randomUUID());
    client.post(FEES, json(nowhere)).expectProblem(422, "unit-unknown").expectField("/unitId");
    var nothing = new HashMap<>(fee);
    nothing.put("programmeId", UUID.randomUUID());
    client
        .post(FEES, json(nothing))
        .expectProblem(422, "programme-unknown")
        .expectField("/programmeId");

    // when it is sent twice
    var officer = client.as(Tokens.at(unit.toString(), Role.OFFICER));
    var stated = id(officer.post(FEES, json(fee), "Idempotency-Key", "f-1").expect(201));
    assertThat(id(officer.post(FEES, json(fee), "Idempotency-Key", "f-1").expect(201)))
        .isEqualTo(stated);
    var right = json(Map.of("month", "2023-06", "amount", 1_400_000, "on", "2023-07-11"));
    officer.post(FEES + "/" + stated + "/correction", right, version(1)).expect(200);

    // then
    var listed = officer.get(FEES + "?bankId=" + bank + "&month=2023-06").expect(200).json();
    assertThat(listed.path("items").valueStream())
        .extracting(item -> item.path("amount").asLong())
        .containsExactly(1_400_000L);
    var record = PublishedRecords.of(Topic.FEES, stated, 2).getLast();
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("\"delta\":-1500000", "\"delta\":1400000", "\"month\":\"2023-06-01\"");
    var stranger = client.as(Tokens.at(commune(freshCode()).toString(), Role.OFFICER));
    assertThat(stranger.get(FEES).expect(200).json().path("items")).isEmpty();
    stranger.get(FEES + "/" + stated).expectProblem(403, "out-of-scope");
  }

  @Test
  void a_group_has_a_size_savings_and_a_rank_by_the_rules() {
    // given one borrower where two are agreed, and nothing overdue
    agree(
        Map.of(
            "ranking",
            List.of(Map.of("rank", "GOOD", "mostOverdue", 100, "leastInterest", 9_000))));
    var loan = loan(lend("L-1", LENT));
    var path = GROUPS + "/" + loan.at("/place/groupId").asString();
    var group = client.get(path).expect(200).json();
    assertThat(group.at("/size/borrowers").asInt()).isEqualTo(1);
    assertThat(group.at("/size/outside").asBoolean()).isTrue();
    var second = loan(lend("L-2", LENT));
    assertThat(client.get(path).expect(200).json().at("/size/outside").asBoolean()).isFalse();
    var dayBefore = client.get(path + "?at=" + LENT.minusDays(1)).expect(200).json();
    assertThat(dayBefore.at("/size/borrowers").asInt()).isZero();

    // and the two count once from the day on which they are one
    var one = LENT.plusDays(20);
    client
        .post(
            HOUSEHOLDS + "/" + second.at("/place/householdId").asString() + "/merges",
            json(
                Map.of("intoId", loan.at("/place/householdId").asString(), "from", one.toString())),
            version(1))
        .expect(200);
    assertThat(borrowers(path, one.minusDays(1))).isEqualTo(2);
    assertThat(borrowers(path, one)).isEqualTo(1);

    // when
    var period = Map.of("from", LENT.toString(), "to", BusinessZone.today().toString());
    client.post(path + "/rank-proposals", json(period), version(1)).expect(200);
    var weak = new HashMap<String, Object>(Map.of("rank", "WEAK", "from", LENT.toString()));
    client
        .post(path + "/ranks", json(weak), version(2))
        .expectProblem(422, "reason-needed")
        .expectField("/reason");
    weak.put("reason", "Tổ trưởng không nộp sổ");
    client.post(path + "/ranks", json(weak), version(2)).expect(200);
    var saved = Map.of("kind", "COLLECTED", "amount", 250_000, "on", LENT.toString());
    client.post(path + "/savings", json(saved), version(3)).expect(200);
    var back = Map.of("kind", "WITHDRAWN", "amount", 300_000, "on", LENT.toString());
    client.post(path + "/savings", json(back), version(4)).expectProblem(422, "more-than-saved");

    // then
    var now = client.get(path).expect(200).json();
    assertThat(now.at("/proposal/rank").asString()).isEqualTo("GOOD");
    assertThat(now.at("/ranks/0/proposed").asString()).isEqualTo("GOOD");
    assertThat(now.at("/ranks/0/reason").asString()).isEqualTo("Tổ trưởng không nộp sổ");
    assertThat(now.path("saved").asLong()).isEqualTo(250_000);
  }

  private int borrowers(String group, LocalDate day) {
    var seen = client.get(group + "?at=" + day).expect(200).json();
    return seen.at("/size/borrowers").asInt();
  }

  @Test
  void a_handover_is_told_to_the_bank() {
    // given
    var path = GROUPS + "/" + loan(lend("L-1", LENT)).at("/place/groupId").asString();
    appoint(path, LENT, 1);
    appoint(path, LENT.plusDays(10), 2);

    // when
    var handover = Map.of("interest", 120_000, "savings", 0, "on", LENT.plusDays(11).toString());
    client.post(path + "/handovers", json(handover), version(3)).expect(200);

    // then
    await().until(() -> !feed().path("items").isEmpty());
    assertThat(feed().at("/items/0/kind").asString()).isEqualTo("HANDED_OVER");
    assertThat(path).endsWith(feed().at("/items/0/groupId").asString());
    assertThat(client.get(path).expect(200).json().at("/handovers/0/interest").asLong())
        .isEqualTo(120_000);
  }

  private void appoint(String group, LocalDate from, long version) {
    var leader = Map.of("name", "Bà Mô Phỏng", "from", from.toString());
    client.post(group + "/leaders", json(leader), version(version)).expect(200);
  }
}
