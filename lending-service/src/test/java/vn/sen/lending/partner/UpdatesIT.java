package vn.sen.lending.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.PublishedRecords;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.chassis.testing.Tokens;
import vn.sen.events.Topic;
import vn.sen.lending.LendingService;
import vn.sen.lending.group.Groups;
import vn.sen.lending.household.Households;

class UpdatesIT extends LendingService {

  @Autowired Households households;

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

  private Map<String, Object> disbursed(String loan, String identity) {
    var body = new HashMap<String, Object>();
    body.put("kind", "DISBURSED");
    body.put("loan", loan);
    body.put("reference", "R0");
    body.put("on", "2023-01-10");
    body.put("amount", 50_000_000);
    body.put("programme", programme);
    body.put("customer", "C-1");
    body.put("identity", identity);
    body.put("name", "Nguyễn Thị Mô Phỏng");
    body.put("unit", unitCode);
    body.put("group", "T-01");
    body.put("dueOn", "2026-01-10");
    body.put("ratePercent", 6.6);
    return body;
  }

  private static Map<String, Object> repaid(String loan, String reference, String on, long amount) {
    return new HashMap<>(
        Map.of(
            "kind", "PRINCIPAL_REPAID",
            "loan", loan,
            "reference", reference,
            "on", on,
            "amount", amount));
  }

  private Answer send(Map<String, Object> body, String... key) {
    var header = key.length == 0 ? UUID.randomUUID().toString() : key[0];
    return as(bank).post(UPDATES, json(body), "Idempotency-Key", header);
  }

  private JsonNode loan(String id) {
    return client.get(LOANS + "/" + id).expect(200).json();
  }

  @Test
  void a_disbursement_begins_a_loan_a_household_and_a_group() {
    // when
    var answer = send(disbursed("L-1", freshIdentity())).expect(200);

    // then
    var id = id(answer);
    var loan = loan(id);
    assertThat(loan.at("/balances/inTerm").asLong()).isEqualTo(50_000_000);
    assertThat(loan.at("/place/unitId").asString()).isEqualTo(unit.toString());
    assertThat(loan.path("number").asString()).isEqualTo("…L-1");
    var household = loan.at("/place/householdId").asString();
    var group = loan.at("/place/groupId").asString();
    assertThat(
            client.get(HOUSEHOLDS + "/" + household).expect(200).json().path("status").asString())
        .isEqualTo("PROVISIONAL");
    assertThat(client.get(GROUPS + "/" + group).expect(200).json().path("code").asString())
        .isEqualTo("T-01");

    // and what is published names nobody and no number of the bank's
    var record = PublishedRecords.of(Topic.LOANS, id, 1).getFirst();
    assertThat(PublishedRecords.headers(record))
        .containsAllEntriesOf(
            Map.of("ce_type", "lending.loan.opened.v1", "ce_effectivedate", "2023-01-10"));
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("\"measure\":\"DISBURSED\"", unit.toString())
        .doesNotContain("L-1", "C-1", "R0", "Nguyễn", "T-01");
  }

  @Test
  void a_late_update_takes_its_place() {
    // given
    var id = id(send(disbursed("L-1", freshIdentity())).expect(200));
    send(repaid("L-1", "R2", "2023-06-01", 10_000_000)).expect(200);

    // when
    send(repaid("L-1", "R1", "2023-04-01", 5_000_000)).expect(200);

    // then
    var may = client.get(LOANS + "/" + id + "?at=2023-05-01").expect(200).json();
    assertThat(may.at("/balances/inTerm").asLong()).isEqualTo(45_000_000);
    assertThat(loan(id).at("/balances/inTerm").asLong()).isEqualTo(35_000_000);
  }

  @Test
  void the_same_update_counts_once_under_whatever_key() {
    // given
    var opening = disbursed("L-1", freshIdentity());
    send(opening).expect(200);
    var update = repaid("L-1", "R1", "2023-04-01", 5_000_000);

    // when
    var first = send(update, "k-1").expect(200);
    var sameKey = send(update, "k-1").expect(200);
    var otherKey = send(update, "k-2").expect(200);
    send(opening, "k-3").expect(200);

    // then
    assertThat(List.of(sameKey.body(), otherKey.body())).containsOnly(first.body());
    assertThat(loan(id(first)).at("/balances/inTerm").asLong()).isEqualTo(45_000_000);
  }

  @Test
  void a_key_belongs_to_one_body() {
    send(disbursed("L-1", freshIdentity())).expect(200);
    send(repaid("L-1", "R1", "2023-04-01", 5_000_000), "k-1").expect(200);

    send(repaid("L-1", "R2", "2023-04-02", 5_000_000), "k-1").expectProblem(422, "key-reused");
    send(repaid("L-1", "R1", "2023-04-02", 5_000_000)).expectProblem(422, "reference-used");
    as(bank).post(UPDATES, json(repaid("L-1", "R3", "2023-04-03", 1))).expect(400);
  }

  @Test
  void many_at_once_under_one_key_have_one_effect() throws Exception {
    // given
    var id = id(send(disbursed("L-1", freshIdentity())).expect(200));
    var update = repaid("L-1", "R1", "2023-04-01", 5_000_000);

    // when
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 8).<Callable<Answer>>mapToObj(_ -> () -> send(update, "k-1")).toList();
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }

    // then
    assertThat(loan(id).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void a_household_known_by_its_number_borrows_at_several_banks() {
    // given
    var identity = freshIdentity();
    var here = loan(id(send(disbursed("L-1", identity)).expect(200)));

    // when
    var other = bank();
    var there =
        as(other)
            .post(UPDATES, json(disbursed("L-1", identity)), "Idempotency-Key", "of-another-bank");

    // then the banks' numbers do not meet, and the household does
    var elsewhere = loan(id(there.expect(200)));
    assertThat(elsewhere.path("id")).isNotEqualTo(here.path("id"));
    assertThat(elsewhere.at("/place/householdId")).isEqualTo(here.at("/place/householdId"));
  }

  @Test
  void a_bank_reaches_no_loan_of_another_one() {
    send(disbursed("L-1", freshIdentity())).expect(200);

    as(bank())
        .post(
            UPDATES,
            json(repaid("L-1", "R1", "2023-04-01", 1)),
            "Idempotency-Key",
            UUID.randomUUID().toString())
        .expectProblem(422, "loan-unknown")
        .expectField("/loan");
    client
        .as(Tokens.at(unit.toString(), Role.OFFICER))
        .post(UPDATES, json(repaid("L-1", "R1", "2023-04-01", 1)), "Idempotency-Key", "k")
        .expectProblem(403, "role-missing");
  }

  @Test
  void a_batch_is_answered_line_by_line() {
    // given a batch with a new loan, its repayments, nonsense and a loan nobody knows
    var updates =
        List.of(
            disbursed("L-1", freshIdentity()),
            repaid("L-1", "R1", "2023-04-01", 5_000_000),
            repaid("L-1", "R2", "2023-04-02", 90_000_000),
            repaid("no such", "R1", "2023-04-01", 1),
            Map.of("kind", "PRINCIPAL_REPAID", "loan", "L-1", "reference", "R3"),
            Map.of("kind", "GIVEN_AWAY"),
            repaid("L-1", "R4", "2023-05-01", 1_000_000));

    // when
    var answer = batch(updates);

    // then
    assertThat(statuses(answer))
        .containsExactly("TAKEN", "TAKEN", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "TAKEN");
    assertThat(answer.at("/results/2/problem/rule").asString()).isEqualTo("more-than-owed");
    assertThat(answer.at("/results/3/problem/rule").asString()).isEqualTo("loan-unknown");
    assertThat(answer.at("/results/4/problem/pointer").asString()).isEqualTo("/on");
    assertThat(answer.at("/results/5/problem/pointer").asString()).isEqualTo("/kind");

    // and sent again, it changes nothing
    var again = batch(updates);
    assertThat(statuses(again))
        .containsExactly(
            "REPEATED", "REPEATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REPEATED");
  }

  private JsonNode batch(List<? extends Map<String, ?>> updates) {
    return as(bank)
        .post(
            BATCHES,
            json(Map.of("updates", updates)),
            "Idempotency-Key",
            UUID.randomUUID().toString())
        .expect(200)
        .json();
  }

  private static List<String> statuses(JsonNode answer) {
    return answer.path("results").valueStream().map(r -> r.path("status").asString()).toList();
  }

  @ParameterizedTest
  @CsvSource({"R0, 2023-01-10", "R1, 2023-05-10"})
  void a_known_loan_has_one_contract(String reference, String on) {
    // given
    var identity = freshIdentity();
    var id = id(send(disbursed("L-1", identity)).expect(200));
    var other = freshIdentity();

    // when it is named again with something else in it
    for (var field :
        Map.<String, Object>of(
                "identity",
                other,
                "programme",
                programme(),
                "dueOn",
                "2026-02-10",
                "ratePercent",
                6.7)
            .entrySet()) {
      var body = disbursed("L-1", identity);
      body.put("reference", reference);
      body.put("on", on);
      body.put(field.getKey(), field.getValue());
      send(body).expectProblem(422, "contract-differs").expectField("/" + field.getKey());
      assertThat(batch(List.of(body)).at("/results/0/problem/rule").asString())
          .isEqualTo("contract-differs");
    }

    // then nothing came of it
    assertThat(loan(id).path("version").asInt()).isEqualTo(1);
    client.get(HOUSEHOLDS + "/" + Households.idOf(households.hash(other))).expect(404);
  }

  @Test
  void a_further_part_may_name_the_contract_as_it_stands_by_now() {
    // given
    var heir = freshIdentity();
    send(disbursed("L-1", freshIdentity())).expect(200);
    send(replaced("L-1", "R1", heir)).expect(200);
    var part = disbursed("L-1", heir);
    part.put("reference", "R2");
    part.put("on", "2023-10-01");

    // when
    var id = id(send(part).expect(200));

    // then
    assertThat(loan(id).at("/balances/inTerm").asLong()).isEqualTo(100_000_000);
  }

  private static Map<String, Object> extended(
      String loan, String reference, String on, String dueOn) {
    return Map.of(
        "kind", "EXTENDED", "loan", loan, "reference", reference, "on", on, "dueOn", dueOn);
  }

  private Map<String, Object> part(String identity, String reference, String on, String dueOn) {
    var part = disbursed("L-1", identity);
    part.put("reference", reference);
    part.put("on", on);
    part.put("dueOn", dueOn);
    return part;
  }

  @Test
  void a_part_told_again_names_the_contract_of_its_own_day() {
    // given a loan that is extended twice and goes to two heirs, with parts in between
    var borrower = freshIdentity();
    var heir = freshIdentity();
    var updates =
        List.of(
            disbursed("L-1", borrower),
            extended("L-1", "R1", "2023-03-01", "2027-01-10"),
            part(borrower, "R2", "2023-04-01", "2027-01-10"),
            extended("L-1", "R3", "2023-05-01", "2028-01-10"),
            replaced("L-1", "R4", heir),
            part(heir, "R5", "2023-10-01", "2028-01-10"),
            replaced("L-1", "R6", freshIdentity()));
    assertThat(statuses(batch(updates))).containsOnly("TAKEN");

    // when
    var again = batch(updates);

    // then
    assertThat(statuses(again)).containsOnly("REPEATED");

    // and a late one names what held on its day, but nothing that never did
    var late = part(borrower, "R7", "2023-04-15", "2027-01-10");
    send(late).expect(200);
    send(part(borrower, "R8", "2023-04-15", "2027-02-10")).expectProblem(422, "contract-differs");
  }

  @Test
  void a_further_part_may_name_the_borrower_by_a_number_that_counts_as_hers() {
    // given a bank that knows its customer by another number since, as an officer has said
    var former = freshIdentity();
    var since = freshIdentity();
    send(disbursed("L-1", former)).expect(200);
    send(disbursed("L-2", since)).expect(200);
    var part = part(since, "R1", "2023-04-01", "2026-01-10");
    send(part).expectProblem(422, "contract-differs").expectField("/identity");
    client
        .post(
            HOUSEHOLDS + "/" + Households.idOf(households.hash(since)) + "/merges",
            json(Map.of("intoId", Households.idOf(households.hash(former)), "from", "2023-03-01")),
            version(1))
        .expect(200);

    // when
    var id = id(send(part).expect(200));

    // then
    assertThat(loan(id).at("/balances/inTerm").asLong()).isEqualTo(100_000_000);
    assertThat(statuses(batch(List.of(part)))).containsExactly("REPEATED");
  }

  @Test
  void the_first_disbursement_can_be_corrected_and_not_reversed() {
    // given
    var opening = disbursed("L-1", freshIdentity());
    var id = id(send(opening).expect(200));

    // when
    send(Map.of(
            "kind", "CORRECTED",
            "loan", "L-1",
            "reference", "R1",
            "corrects", "R0",
            "amount", 5_000_000,
            "on", "2023-01-12"))
        .expect(200);

    // then
    var loan = loan(id);
    assertThat(loan.path("principal").asLong()).isEqualTo(5_000_000);
    assertThat(loan.path("disbursedOn").asString()).isEqualTo("2023-01-12");
    assertThat(loan.at("/balances/inTerm").asLong()).isEqualTo(5_000_000);
    assertThat(loan.path("number").asString()).isEqualTo("…L-1");
    var record = PublishedRecords.of(Topic.LOANS, id, 2).getLast();
    assertThat(PublishedRecords.headers(record))
        .containsEntry("ce_type", "lending.loan.posting-corrected.v1");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("\"delta\":-50000000", "\"delta\":5000000");

    // and told again it is known, and it stays
    send(opening).expect(200);
    assertThat(loan(id).path("version").asInt()).isEqualTo(2);
    send(Map.of(
            "kind", "REVERSED",
            "loan", "L-1",
            "reference", "R2",
            "reverses", "R0",
            "on", "2023-01-12"))
        .expectProblem(422, "beginning-of-loan")
        .expectField("/reverses");
  }

  private static Map<String, Object> replaced(String loan, String reference, String identity) {
    return Map.of(
        "kind", "BORROWER_REPLACED",
        "loan", loan,
        "reference", reference,
        "on", "2023-09-01",
        "customer", "C-2",
        "identity", identity,
        "name", "Nguyễn Văn Mô Phỏng");
  }

  private Map<String, Object> regrouped(String loan, String reference, String group) {
    return Map.of(
        "kind", "REGROUPED",
        "loan", loan,
        "reference", reference,
        "on", "2023-09-01",
        "group", group,
        "unit", unitCode);
  }

  private static Map<String, Object> settled(String loan, String reference) {
    return Map.of("kind", "SETTLED", "loan", loan, "reference", reference, "on", "2023-08-01");
  }

  private Map<String, Object> dueTooEarly(String loan, String identity, String group) {
    var body = disbursed(loan, identity);
    body.put("dueOn", "2022-01-01");
    body.put("group", group);
    return body;
  }

  private void assertUnopened(String identity, String group) {
    var household = Households.idOf(households.hash(identity));
    client.get(HOUSEHOLDS + "/" + household).expect(404);
    client.get(GROUPS + "/" + Groups.idOf(bank, group)).expect(404);
  }

  @Test
  void a_refused_update_leaves_no_household_and_no_group_behind() {
    // given
    var identity = freshIdentity();
    send(disbursed("L-1", freshIdentity())).expect(200);
    send(settled("L-1", "R1")).expect(200);

    // when
    send(dueTooEarly("L-9", identity, "T-09")).expectProblem(422, "due-before-disbursement");
    send(replaced("L-1", "R2", identity)).expectProblem(409, "loan-settled");
    send(replaced("L-9", "R2", identity)).expectProblem(422, "loan-unknown");
    send(regrouped("L-1", "R3", "T-09")).expectProblem(409, "loan-settled");
    send(regrouped("L-9", "R3", "T-09")).expectProblem(422, "loan-unknown");

    // then
    assertUnopened(identity, "T-09");
  }

  @Test
  void a_refused_line_leaves_no_household_and_no_group_behind() {
    // given
    var identity = freshIdentity();
    send(disbursed("L-1", freshIdentity())).expect(200);

    // when
    var answer =
        batch(
            List.of(
                settled("L-1", "R1"),
                replaced("L-1", "R2", identity),
                regrouped("L-1", "R3", "T-09"),
                dueTooEarly("L-9", identity, "T-09"),
                replaced("L-9", "R2", identity),
                regrouped("L-9", "R3", "T-09")));

    // then
    assertThat(statuses(answer))
        .containsExactly("TAKEN", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
    assertUnopened(identity, "T-09");
  }

  @Test
  void a_batch_takes_what_its_lines_one_by_one_would_be_taken_for() {
    // given loans that become known behind a line that needs them, or behind a wrong contract
    var heir = freshIdentity();
    var again = freshIdentity();

    // when
    var answer =
        batch(
            List.of(
                repaid("L-1", "R1", "2023-04-01", 5_000_000),
                disbursed("L-1", freshIdentity()),
                replaced("L-1", "R2", heir),
                repaid("L-1", "R1", "2023-04-01", 5_000_000),
                dueTooEarly("L-2", again, "T-01"),
                disbursed("L-2", again),
                regrouped("L-2", "R2", "T-02")));

    // then
    assertThat(statuses(answer))
        .containsExactly("REFUSED", "TAKEN", "TAKEN", "TAKEN", "REFUSED", "TAKEN", "TAKEN");
    assertThat(answer.at("/results/0/problem/rule").asString()).isEqualTo("loan-unknown");
    assertThat(answer.at("/results/4/problem/pointer").asString()).isEqualTo("/dueOn");

    // and the heir waits in the queue of the loan's commune
    var one = loan(id(send(repaid("L-1", "R3", "2023-10-01", 1_000_000)).expect(200)));
    assertThat(one.at("/balances/inTerm").asLong()).isEqualTo(44_000_000);
    var household = one.at("/place/householdId").asString();
    assertThat(household).isEqualTo(Households.idOf(households.hash(heir)).toString());
    assertThat(
            client.get(HOUSEHOLDS + "/" + household).expect(200).json().path("unitId").asString())
        .isEqualTo(unit.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "amount, , 422, /amount",
    "amount, 0, 422, /amount",
    "amount, 1.5, 400, /amount",
    "amount, much, 400, /amount",
    "on, 2023-02-30, 400, /on",
    "on, 2999-01-01, 422, /on",
    "dueOn, , 422, /dueOn",
    "dueOn, 2022-01-01, 422, /dueOn",
    "programme, NONE, 422, /programme",
    "unit, 99999, 422, /unit",
    "identity, 12345, 422, /identity",
    "ratePercent, 6.666, 422, /ratePercent",
    "kind, GIVEN_AWAY, 400, /kind",
    "extra, x, 400, /extra"
  })
  void what_is_wrong_is_named(String field, String value, int status, String pointer) {
    var body = disbursed("L-9", freshIdentity());
    if (value == null) {
      body.remove(field);
    } else {
      body.put(
          field,
          value.matches("[\\d.]+") && !field.equals("unit") && !field.equals("identity")
              ? new java.math.BigDecimal(value)
              : value);
    }

    send(body).expect(status).expectField(pointer);
  }

  @Test
  void a_transaction_point_is_no_commune_and_moves_no_figure() {
    // given
    var body = disbursed("L-1", freshIdentity());
    body.put("point", "D-07");
    var id = id(send(body).expect(200));
    var moved =
        Map.<String, Object>of(
            "kind", "POINT_CHANGED",
            "loan", "L-1",
            "reference", "R1",
            "on", "2023-05-02",
            "point", "D-08");

    // when
    send(moved).expect(200);

    // then
    assertThat(loan(id).path("point").asString()).isEqualTo("D-08");
    assertThat(loan(id).at("/place/unitId").asString()).isEqualTo(unit.toString());
    var before = client.get(LOANS + "/" + id + "?at=2023-05-01").expect(200).json();
    assertThat(before.path("point").asString()).isEqualTo("D-07");
    var record = PublishedRecords.of(Topic.LOANS, id, 2).getLast();
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo("{\"point\":\"D-08\",\"on\":\"2023-05-02\"}");
    var nowhere = new HashMap<>(moved);
    nowhere.remove("point");
    nowhere.put("reference", "R2");
    send(nowhere).expectProblem(422, "field-needed").expectField("/point");
  }

  @Test
  void a_key_belongs_to_one_batch() {
    // given
    var loan = disbursed("L-1", freshIdentity());
    var repaid = repaid("L-1", "R1", "2023-06-01", 1_000_000);
    var first = batch("K-1", loan, repaid).expect(200);
    assertThat(first.json().path("taken").asInt()).isEqualTo(2);

    // when it is sent again
    var again = batch("K-1", loan, repaid).expect(200);

    // then the answer is the same, and with another body nothing is taken
    assertThat(again.body()).isEqualTo(first.body());
    batch("K-1", repaid("L-1", "R2", "2023-07-01", 1_000_000)).expectProblem(422, "key-reused");
    var id = id(send(repaid("L-1", "R3", "2023-08-01", 1_000_000)).expect(200));
    assertThat(loan(id).at("/balances/inTerm").asLong()).isEqualTo(48_000_000);
  }

  @SafeVarargs
  private Answer batch(String key, Map<String, Object>... updates) {
    return as(bank)
        .post(BATCHES, json(Map.of("updates", List.of(updates))), "Idempotency-Key", key);
  }
}
