package vn.sen.benchmarks.lending;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.sen.benchmarks.Api;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.ServerProcess;
import vn.sen.embedded.SharedInfrastructure;

/** A bank with loans, and the statements that it sends of them. */
final class BankOfLoans {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String STATEMENTS = "/api/partners/statements";
  private static final long OWED = 30_000_000;

  private final Api api;
  private final int loans;
  private int files;

  private BankOfLoans(Api api, int loans) {
    this.api = api;
    this.loans = loans;
  }

  /** Registers the bank and its programme. */
  static BankOfLoans create(ServerProcess lending, int loans) {
    try (var officer = new Api(lending.uri("/"), Http::token)) {
      var id =
          officer
              .post("/api/lending/banks", Map.of("code", "B1", "name", "B1", "from", "2003-01-01"))
              .body()
              .path("id")
              .asString();
      officer.post(
          "/api/lending/programmes", Map.of("code", "HN", "name", "HN", "from", "2003-01-01"));
      return new BankOfLoans(new Api(lending.uri("/"), () -> token(id)), loans);
    }
  }

  private static String token(String bank) {
    return SharedInfrastructure.issuer()
        .token(
            "bench-bank",
            "bench-bank",
            Map.of("bank", bank, "appointments", List.of(Map.of("roles", List.of("BANK")))));
  }

  /**
   * Sends a statement of all loans and waits until it is compared.
   *
   * @param less so much less is owed than at first, in đồng
   * @return lines per second
   */
  double statement(String kind, long less) {
    var file = file(OWED - less);
    var id =
        api.post(
                STATEMENTS,
                Map.of(
                    "fileId",
                    "FILE-" + files++,
                    "kind",
                    kind,
                    "asOf",
                    "2023-10-30",
                    "sequence",
                    files,
                    "format",
                    "NDJSON",
                    "totals",
                    Map.of(
                        "loans", loans, "households", loans, "outstanding", (OWED - less) * loans),
                    "sha256",
                    sha256(file)))
            .body()
            .path("id")
            .asString();
    long begun = System.nanoTime();
    api.put(
        STATEMENTS + "/" + id + "/lines", "application/x-ndjson", BodyPublishers.ofByteArray(file));
    Waiting.until("statement " + id, PATIENCE, () -> isReconciled(id));
    return loans / ((System.nanoTime() - begun) / 1e9);
  }

  private boolean isReconciled(String id) {
    var state = api.get(STATEMENTS + "/" + id).body();
    if (state.path("state").asString().equals("FAILED") || state.path("refused").asLong() > 0) {
      throw new IllegalStateException("The statement ended as " + state);
    }
    return state.path("state").asString().equals("RECONCILED");
  }

  private byte[] file(long owed) {
    var text = new StringBuilder();
    for (int i = 0; i < loans; i++) {
      text.append(
          """
          {"loan":"L-%06d","customer":"C-%1$06d","identity":"%1$012d","name":"Nguyễn Thị Mô Phỏng",\
          "programme":"HN","unit":"22015","group":"T-%02d","principal":50000000,\
          "disbursedOn":"2022-05-20","dueOn":"2025-05-20","ratePercent":6.6,"inTerm":%d,\
          "overdue":0,"frozen":0,"interestArrears":0}
          """
              .formatted(i, i % 50, owed));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
