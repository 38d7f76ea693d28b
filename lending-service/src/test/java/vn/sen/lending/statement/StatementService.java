package vn.sen.lending.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sen.chassis.testing.ServiceClient.Answer;
import vn.sen.lending.LendingService;

/** A bank that sends statements. */
abstract class StatementService extends LendingService {

  protected static final String STATEMENTS = "/api/partners/statements";
  protected static final String READ = "/api/lending/statements";
  protected static final String NDJSON = "application/x-ndjson";
  protected static final String AS_OF = "2023-10-30";

  protected UUID bank;
  protected String programme;
  protected String unitCode;

  @BeforeEach
  void givenABank() {
    bank = bank();
    programme = programme();
    unitCode = freshCode();
    commune(unitCode);
  }

  /** The n-th borrower's identity number; the same in no other database. */
  protected static String identity(int number) {
    return "%012d".formatted(number);
  }

  /** A line as the bank writes it, to be changed. */
  protected Map<String, Object> line(String loan, int borrower, long inTerm) {
    var line = new LinkedHashMap<String, Object>();
    line.put("loan", loan);
    line.put("customer", "C-" + borrower);
    line.put("identity", identity(borrower));
    line.put("name", "Nguyễn Thị Mô Phỏng");
    line.put("programme", programme);
    line.put("unit", unitCode);
    line.put("group", "T-01");
    line.put("principal", 50_000_000);
    line.put("disbursedOn", "2022-05-20");
    line.put("dueOn", "2025-05-20");
    line.put("ratePercent", 6.6);
    line.put("inTerm", inTerm);
    line.put("overdue", 0);
    line.put("frozen", 0);
    line.put("interestArrears", 0);
    return line;
  }

  protected static byte[] ndjson(List<Map<String, Object>> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(JsonMapper.shared().writeValueAsString(line)).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  protected static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** An announcement, to be changed. */
  protected Map<String, Object> announcement(
      String fileId, String kind, String asOf, byte[] file, List<Map<String, Object>> lines) {
    var body = new HashMap<String, Object>();
    body.put("fileId", fileId);
    body.put("kind", kind);
    body.put("asOf", asOf);
    body.put("sequence", 1);
    body.put("format", "NDJSON");
    body.put(
        "totals",
        Map.of(
            "loans",
            lines.size(),
            "households",
            lines.stream().map(line -> line.get("identity")).distinct().count(),
            "outstanding",
            lines.stream()
                .mapToLong(
                    line ->
                        number(line, "inTerm") + number(line, "overdue") + number(line, "frozen"))
                .sum()));
    body.put("sha256", sha256(file));
    return body;
  }

  private static long number(Map<String, Object> line, String field) {
    return line.get(field) instanceof Number number ? number.longValue() : 0;
  }

  protected Answer announce(Map<String, Object> announcement) {
    return as(bank)
        .post(STATEMENTS, json(announcement), "Idempotency-Key", UUID.randomUUID().toString());
  }

  protected Answer send(String id, byte[] file, String... headers) {
    return as(bank).putFile(STATEMENTS + "/" + id + "/lines", NDJSON, file, headers);
  }

  /** Announces and sends a statement, and waits until it is compared. */
  protected JsonNode reconciled(
      String fileId, String kind, String asOf, List<Map<String, Object>> lines) {
    var file = ndjson(lines);
    var id = id(announce(announcement(fileId, kind, asOf, file, lines)).expect(201));
    send(id, file).expect(202);
    return awaitState(id, "RECONCILED");
  }

  protected JsonNode awaitState(String id, String state) {
    return await()
        // an instance that a test kills dies of an error
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> as(bank).get(STATEMENTS + "/" + id).expect(200).json(),
            statement -> statement.path("state").asString().equals(state));
  }

  protected List<JsonNode> differences(String id) {
    var found = new ArrayList<JsonNode>();
    var answer = as(bank).get(STATEMENTS + "/" + id + "/differences").expect(200);
    answer.json().path("items").forEach(found::add);
    assertThat(answer.json().path("next").isNull() || answer.json().path("next").isMissingNode())
        .isTrue();
    return found;
  }

  /** The difference of a loan. */
  protected static JsonNode of(List<JsonNode> differences, String loan) {
    return differences.stream()
        .filter(d -> d.path("number").asString().equals(loan))
        .findFirst()
        .orElseThrow();
  }
}
