package vn.sen.lending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.testing.ApiWalk;
import vn.sen.chassis.testing.ApiWalk.Call;
import vn.sen.chassis.testing.Tokens;

/** Who may do what: every operation of the service's description is tried by those who may not. */
class AccessIT extends LendingService {

  private static final String STATEMENTS = "/api/partners/statements";
  private static final String ANNOUNCEMENT =
      """
      {"fileId":"S-1","kind":"PERIODIC","asOf":"2023-10-30","sequence":1,"format":"NDJSON",\
      "totals":{"loans":0,"households":0,"outstanding":0},"sha256":"%s"}\
      """
          .formatted("0".repeat(64));
  private static final String AGREEMENTS = "/api/lending/agreements";
  private static final String FEES = "/api/lending/entrustment-fees";
  private static final String TERMS =
      """
      {"from":"2020-01-01","entrusted":true,"feeShare":500,"fewestBorrowers":5,\
      "mostBorrowers":60,"source":"x"}\
      """;
  private static final String UPLOAD =
      """
      {"bankId":"%s","fileId":"S-1","kind":"PERIODIC","asOf":"2023-10-30","sequence":1,\
      "totals":{"loans":0,"households":0,"outstanding":0},"sha256":"%s"}\
      """
          .formatted(UUID.randomUUID(), "0".repeat(64));
  private static final String[] VERSION = {"If-Match", "\"1\""};

  private final Map<String, Call> calls = new HashMap<>();

  @Test
  void nobodyReachesWhatBelongsToAnotherUnitOrBank() {
    // given a loan of a commune
    var code = freshCode();
    var unit = commune(code);
    var bank = bank();
    var programme = programme();
    var disbursed = disbursed(code, programme);
    var loan =
        client
            .get(
                LOANS
                    + "/"
                    + id(as(bank).post(UPDATES, disbursed, "Idempotency-Key", "k").expect(200)))
            .expect(200)
            .json();
    var loanId = loan.path("id").asString();
    var household = loan.at("/place/householdId").asString();
    var group = loan.at("/place/groupId").asString();

    // and how each operation is called for it
    theUnionsOwn(bank);
    loans(loanId);
    households(household);
    groups(group, bank, unit);
    statements(statement(bank));
    agreementsAndFees(bank, unit);
    splits();
    var key = new String[] {"Idempotency-Key", "k-2"};
    call("POST " + UPDATES, UPDATES, disbursed, key);
    call("POST " + BATCHES, BATCHES, "{\"updates\":[" + disbursed + "]}", key);

    // then
    ApiWalk.of(client, "/api/lending/openapi")
        .nobodyWithoutAToken()
        .nobodyWithoutTheRole()
        .nobodyOutOfScope(
            Tokens.at(commune(freshCode()).toString(), Role.values()),
            calls,
            Set.of(
                "GET " + BANKS,
                "GET " + BANKS + "/{id}",
                "GET " + PROGRAMMES,
                "GET " + PROGRAMMES + "/{id}",
                "GET " + AGREEMENTS + "/{bankId}",
                // lists show what the reader may see, and nothing else: see each one's own test
                "GET " + GROUPS,
                "GET " + LOANS + "/use-checks-due",
                "GET " + FEES,
                "GET /api/lending/splits",
                "POST " + LOANS + "/search",
                "POST " + HOUSEHOLDS + "/search"));
  }

  private void splits() {
    var split = divided(commune(freshCode()), false);
    var path = "/api/lending/splits/";
    calls.put("GET " + path + "{unitId}", Call.get(path + split.unit()));
    calls.put("GET " + path + "{unitId}/loans", Call.get(path + split.unit() + "/loans"));
    var jobs = "/api/lending/split-assignments";
    var body =
        json(
            Map.of(
                "unitId",
                split.unit(),
                "successorId",
                split.one(),
                "rule",
                "POINTS",
                "of",
                List.of("P1")));
    call("POST " + jobs + "/preview", jobs + "/preview", body);
    call("POST " + jobs, jobs, body);
    var job = jobs + "/" + id(client.post(jobs, body).expect(201));
    calls.put("GET " + jobs + "/{id}", Call.get(job));
    calls.put("GET " + jobs + "/{id}/results", Call.get(job + "/results"));
  }

  private void theUnionsOwn(UUID bank) {
    var named = "{\"name\":\"LPBank\",\"from\":\"2023-06-01\"}";
    var fresh = "{\"code\":\"X1\",\"name\":\"X\",\"from\":\"2023-06-01\"}";
    call("POST " + BANKS, BANKS, fresh);
    call("POST " + BANKS + "/{id}/names", BANKS + "/" + bank + "/names", named, VERSION);
    call(
        "POST " + BANKS + "/{id}/reporting",
        BANKS + "/" + bank + "/reporting",
        "{\"statementsOnly\":true}",
        VERSION);
    call("POST " + PROGRAMMES, PROGRAMMES, fresh);
    call(
        "POST " + PROGRAMMES + "/{id}/names",
        PROGRAMMES + "/" + UUID.randomUUID() + "/names",
        named,
        VERSION);
  }

  private void loans(String loan) {
    var path = LOANS + "/" + loan;
    calls.put("GET " + LOANS + "/{id}", Call.get(path));
    call(
        "POST " + LOANS + "/{id}/use-checks",
        path + "/use-checks",
        "{\"on\":\"2023-03-01\",\"asAgreed\":true}",
        VERSION);
    call(
        "POST " + LOANS + "/{id}/assignment",
        path + "/assignment",
        json(Map.of("successorId", UUID.randomUUID())),
        VERSION);
    call("POST " + LOANS + "/{id}/review", path + "/review", "", VERSION);
  }

  private void households(String household) {
    var path = HOUSEHOLDS + "/" + household;
    calls.put("GET " + HOUSEHOLDS + "/{id}", Call.get(path));
    call("POST " + HOUSEHOLDS + "/{id}/confirmation", path + "/confirmation", "{}", VERSION);
    call("POST " + HOUSEHOLDS + "/{id}/unknown", path + "/unknown", "", VERSION);
    call(
        "POST " + HOUSEHOLDS + "/{id}/merges",
        path + "/merges",
        "{\"intoId\":\"" + household + "\",\"from\":\"2023-03-01\"}",
        VERSION);
    call(
        "POST " + HOUSEHOLDS + "/{id}/unmatches",
        path + "/unmatches",
        "{\"from\":\"2023-03-01\"}",
        VERSION);
    call(
        "POST " + HOUSEHOLDS + "/{id}/unmerges",
        path + "/unmerges",
        "{\"from\":\"2023-03-01\"}",
        VERSION);
  }

  private void groups(String group, UUID bank, UUID unit) {
    var path = GROUPS + "/" + group;
    calls.put("GET " + GROUPS + "/{id}", Call.get(path));
    call(
        "POST " + GROUPS,
        GROUPS,
        json(Map.of("bankId", bank, "code", "T-02", "unitId", unit, "on", "2023-01-01")));
    call(
        "POST " + GROUPS + "/{id}/leaders",
        path + "/leaders",
        "{\"name\":\"Bà Mô Phỏng\",\"from\":\"2023-01-01\"}",
        VERSION);
    call(
        "POST " + GROUPS + "/{id}/leader-departures",
        path + "/leader-departures",
        "{\"on\":\"2023-01-01\"}",
        VERSION);
    call(
        "POST " + GROUPS + "/{id}/handovers",
        path + "/handovers",
        "{\"interest\":1,\"savings\":1,\"on\":\"2023-01-01\"}",
        VERSION);
    call(
        "POST " + GROUPS + "/{id}/ranks",
        path + "/ranks",
        "{\"rank\":\"GOOD\",\"from\":\"2023-01-01\"}",
        VERSION);
    call(
        "POST " + GROUPS + "/{id}/rank-proposals",
        path + "/rank-proposals",
        "{\"from\":\"2023-01-01\",\"to\":\"2023-06-30\"}",
        VERSION);
    call(
        "POST " + GROUPS + "/{id}/savings",
        path + "/savings",
        "{\"kind\":\"COLLECTED\",\"amount\":1,\"on\":\"2023-01-01\"}",
        VERSION);
    call("POST " + GROUPS + "/{id}/closing", path + "/closing", "{\"on\":\"2023-01-01\"}", VERSION);
  }

  private void agreementsAndFees(UUID bank, UUID unit) {
    var proposal = AGREEMENTS + "/" + bank + "/proposal";
    var operation = "POST " + AGREEMENTS + "/{bankId}/proposal";
    call(operation, proposal, TERMS, "If-Match", "\"0\"");
    for (var decision : List.of("/approval", "/rejection")) {
      call(operation + decision, proposal + decision, "", VERSION);
    }
    // what a bank has paid a unit, once the terms are agreed
    client.post(proposal, TERMS, "If-Match", "\"0\"").expect(200);
    client
        .as(Tokens.token(UUID.randomUUID().toString(), null, Role.APPROVER))
        .post(proposal + "/approval", "", VERSION)
        .expect(200);
    var paid =
        json(
            Map.of(
                "bankId",
                bank,
                "unitId",
                unit,
                "month",
                "2023-01",
                "amount",
                1,
                "on",
                "2023-02-01"));
    var fee = FEES + "/" + id(client.post(FEES, paid).expect(201));
    call("POST " + FEES, FEES, paid);
    calls.put("GET " + FEES + "/{id}", Call.get(fee));
    call(
        "POST " + FEES + "/{id}/correction",
        fee + "/correction",
        "{\"month\":\"2023-01\",\"amount\":0,\"on\":\"2023-02-01\"}",
        VERSION);
  }

  /** A statement that is only announced. */
  private String statement(UUID bank) {
    return id(as(bank).post(STATEMENTS, ANNOUNCEMENT, "Idempotency-Key", "k-3").expect(201));
  }

  private void statements(String statement) {
    var key = new String[] {"Idempotency-Key", "k-4"};
    call("POST " + STATEMENTS, STATEMENTS, ANNOUNCEMENT, key);
    calls.put("GET /api/partners/feed", Call.get("/api/partners/feed"));
    var told = STATEMENTS + "/" + statement;
    calls.put(
        "PUT " + STATEMENTS + "/{id}/lines",
        new Call(told + "/lines", "application/x-ndjson", "{}"));
    call("POST " + STATEMENTS + "/{id}/withdrawal", told + "/withdrawal", "", key);
    var read = "/api/lending/statements";
    calls.put("GET " + read, Call.get(read));
    call("POST " + read, read, UPLOAD);
    calls.put(
        "PUT " + read + "/{id}/lines",
        new Call(
            read + "/" + statement + "/lines",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "x"));
    call(
        "POST " + read + "/{id}/acceptance", read + "/" + statement + "/acceptance", "{}", VERSION);
    for (var path :
        List.of(
            "/acceptance/approval",
            "/acceptance/rejection",
            "/release/approval",
            "/release/rejection")) {
      call("POST " + read + "/{id}" + path, read + "/" + statement + path, "", VERSION);
    }
    for (var part : List.of("", "/differences", "/refusals", "/result.xlsx")) {
      calls.put("GET " + STATEMENTS + "/{id}" + part, Call.get(told + part));
      calls.put("GET " + read + "/{id}" + part, Call.get(read + "/" + statement + part));
    }
  }

  private void call(String operation, String path, String body, String... headers) {
    calls.put(operation, Call.json(path, body, headers));
  }

  private static String disbursed(String unit, String programme) {
    var body = new HashMap<String, Object>();
    body.putAll(Map.of("kind", "DISBURSED", "loan", "L-1", "reference", "R0", "on", "2023-01-10"));
    body.putAll(Map.of("amount", 1_000_000, "programme", programme, "identity", freshIdentity()));
    body.putAll(Map.of("unit", unit, "dueOn", "2026-01-10", "ratePercent", 6.6));
    body.put("group", "T-01");
    return json(body);
  }
}
