package vn.sen.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * A bank that posts statements: one that its loans are taken over from, and one that differs a
 * little. All such banks say the same.
 */
final class BankOfKills {

  static final int LOANS = 20_000;
  static final String COMMUNE = "22015";
  static final String PROGRAMME = "HN";
  static final String COMPARED = "2023-10-30";

  private static final String STATEMENTS = "/api/partners/statements";
  private static final long LENT = 10_000_000;

  /** What comes to the same, however often the platform is killed. */
  private static final List<String> RESULT =
      List.of(
          "state",
          "lines",
          "done",
          "equal",
          "opened",
          "refused",
          "refusedAmount",
          "stated",
          "computed",
          "differences");

  /** What a statement is for, and its day. */
  enum Kind {
    OPENING("2022-12-31"),
    PERIODIC(COMPARED);

    private final String asOf;

    Kind(String asOf) {
      this.asOf = asOf;
    }
  }

  private record Line(int number, long owed, String dueOn, long arrears) {

    static Line of(Kind kind, int number) {
      if (kind == Kind.OPENING) {
        return new Line(number, LENT, "2025-05-20", 0);
      }
      return new Line(
          number,
          number % 100 == 0 ? LENT - 1_000_000 : LENT,
          number % 512 == 0 ? "2023-02-30" : "2025-05-20",
          number % 300 == 7 ? 5_000 : 0);
    }

    String json() {
      return """
      {"loan":"L-%1$06d","identity":"%1$012d","programme":"%2$s","unit":"%3$s",\
      "principal":%4$d,"disbursedOn":"2022-05-20","dueOn":"%5$s","ratePercent":6.6,\
      "inTerm":%6$d,"overdue":0,"frozen":0,"interestArrears":%7$d}
      """
          .formatted(number, PROGRAMME, COMMUNE, LENT, dueOn, owed, arrears);
    }
  }

  private final Platform platform;
  private final String client;

  /**
   * @param client the id of its machine
   */
  BankOfKills(Platform platform, String client) {
    this.platform = platform;
    this.client = client;
  }

  /** What a statement came to. */
  static Map<String, JsonNode> result(JsonNode statement) {
    return RESULT.stream().collect(Collectors.toMap(Function.identity(), statement::path));
  }

  /** Announces a statement, sends its lines and answers its id. */
  String send(Kind kind) throws IOException {
    var lines = new ArrayList<Line>();
    // the last ones are named once only
    for (int i = 1; i <= (kind == Kind.OPENING ? LOANS : LOANS - 50); i++) {
      lines.add(Line.of(kind, i));
    }
    var file = lines.stream().map(Line::json).collect(Collectors.joining()).getBytes(UTF_8);
    try (var api = api()) {
      var announced = api.post(STATEMENTS, client + kind, announcement(kind, lines, file));
      assertThat(announced.status()).as("%s", announced.body()).isEqualTo(201);
      var sent =
          api.put(STATEMENTS + "/" + announced.id() + "/lines", "application/x-ndjson", file);
      assertThat(sent.status()).as("%s", sent.body()).isEqualTo(202);
      return announced.id();
    }
  }

  private static Map<String, ?> announcement(Kind kind, List<Line> lines, byte[] file) {
    return Map.of(
        "fileId",
        kind.name(),
        "kind",
        kind.name(),
        "asOf",
        kind.asOf,
        "sequence",
        1,
        "format",
        "NDJSON",
        "totals",
        Map.of(
            "loans",
            lines.size(),
            "households",
            lines.size(),
            "outstanding",
            lines.stream().mapToLong(Line::owed).sum()),
        "sha256",
        sha256(file));
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Waits until a statement is compared. */
  JsonNode awaitReconciled(String id) {
    return await(id, statement -> statement.path("state").asString().equals("RECONCILED"));
  }

  /** Waits for something of a statement. */
  JsonNode await(String id, Predicate<JsonNode> condition) {
    try (var api = api()) {
      return Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() -> api.get(STATEMENTS + "/" + id).body(), condition);
    }
  }

  private Api api() {
    var token = platform.machineToken(client);
    return new Api(platform.gateway(), () -> token);
  }
}
