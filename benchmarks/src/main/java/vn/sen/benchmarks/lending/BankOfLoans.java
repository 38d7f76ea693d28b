package vn.sen.benchmarks.lending;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.sen.benchmarks.Api;
import vn.sen.benchmarks.Waiting;
import vn.sen.benchmarks.server.Http;
import vn.sen.benchmarks.server.ServerProcess;
import vn.sen.embedded.SharedInfrastructure;

/** A bank with loans, and what it sends of them. */
final class BankOfLoans {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final String STATEMENTS = "/api/partners/statements";
  private static final String UPDATES = "/api/partners/updates";
  private static final long OWED = 30_000_000;
  private static final int CONNECTIONS = 16;

  private final ServerProcess lending;
  private final Api api;
  private final Http http = new Http(CONNECTIONS);
  private final Supplier<String> token;
  private final String code;
  private final int loans;
  private final AtomicInteger updates = new AtomicInteger();
  private int files;

  private BankOfLoans(ServerProcess lending, Supplier<String> token, String code, int loans) {
    this.lending = lending;
    this.api = new Api(lending.uri("/"), token);
    this.token = token;
    this.code = code;
    this.loans = loans;
  }

  /**
   * Registers the bank and its programme.
   *
   * @param code of both
   */
  static BankOfLoans create(ServerProcess lending, String code, int loans) {
    try (var officer = new Api(lending.uri("/"), Http::token)) {
      var id =
          officer
              .post("/api/lending/banks", Map.of("code", code, "name", code, "from", "2003-01-01"))
              .body()
              .path("id")
              .asString();
      officer.post(
          "/api/lending/programmes", Map.of("code", code, "name", code, "from", "2003-01-01"));
      return new BankOfLoans(lending, () -> SharedInfrastructure.issuer().bank(id), code, loans);
    }
  }

  /** Names the bank. */
  String code() {
    return code;
  }

  /** How many loans an opening statement begins. */
  int loans() {
    return loans;
  }

  /** Tells of interest paid on a loan. */
  void payInterest(int loan) {
    var body =
        """
        {"kind":"INTEREST_PAID","loan":"%s","reference":"R-%d","on":"2023-11-15","amount":1000}\
        """
            .formatted(number(loan), updates.getAndIncrement());
    var headers =
        Map.of(
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "Authorization",
            "Bearer " + token.get());
    http.send("POST", lending.uri(UPDATES), headers, body.getBytes(StandardCharsets.UTF_8))
        .required();
  }

  /**
   * Sends a statement of all loans and waits until it is compared.
   *
   * @param less so much less is owed than at first, in đồng
   * @return lines per second
   */
  double statement(String kind, long less) {
    return statement(kind, less, loans);
  }

  /**
   * The same of so many loans, whether the platform knows them or not.
   *
   * @return lines per second
   */
  double statement(String kind, long less, int lines) {
    try {
      var file = Files.createTempFile("sen-bench-statement", ".ndjson");
      try {
        var digest = write(file, OWED - less, lines);
        return send(kind, file, digest, OWED - less, lines);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double send(String kind, Path file, String digest, long owed, int lines)
      throws IOException {
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
                    Map.of("loans", lines, "households", lines, "outstanding", owed * lines),
                    "sha256",
                    digest))
            .body()
            .path("id")
            .asString();
    long begun = System.nanoTime();
    api.put(STATEMENTS + "/" + id + "/lines", "application/x-ndjson", BodyPublishers.ofFile(file));
    Waiting.until("statement " + id, PATIENCE, () -> isReconciled(id));
    return lines / ((System.nanoTime() - begun) / 1e9);
  }

  private boolean isReconciled(String id) {
    var state = api.get(STATEMENTS + "/" + id).body();
    if (state.path("state").asString().equals("FAILED") || state.path("refused").asLong() > 0) {
      throw new IllegalStateException("The statement ended as " + state);
    }
    return state.path("state").asString().equals("RECONCILED");
  }

  private static String number(int loan) {
    return "L-%07d".formatted(loan);
  }

  /** Writes the lines and gives the SHA-256 of the file. */
  private String write(Path file, long owed, int lines) throws IOException {
    var digest = sha256();
    try (var out = new DigestOutputStream(Files.newOutputStream(file), digest);
        var buffered = new BufferedOutputStream(out)) {
      for (int i = 0; i < lines; i++) {
        buffered.write(line(i, owed).getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private String line(int loan, long owed) {
    return """
    {"loan":"%s","customer":"C-%2$07d","identity":"%2$012d","name":"Nguyễn Thị Mô Phỏng",\
    "programme":"%5$s","unit":"22015","group":"T-%3$02d","principal":50000000,\
    "disbursedOn":"2022-05-20","dueOn":"2025-05-20","ratePercent":6.6,"inTerm":%4$d,\
    "overdue":0,"frozen":0,"interestArrears":0}
    """
        .formatted(number(loan), loan, loan % 50, owed, code);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
