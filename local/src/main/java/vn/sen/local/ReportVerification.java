package vn.sen.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an issued report as an outsider does: a JWS by its signature, any other file by its hash,
 * and whether the report still holds by asking the platform.
 */
final class ReportVerification {

  private static final String ISSUED = "/api/reporting/issued";
  private static final Pattern JWS = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\s*");
  private static final int OK = 200;
  private static final int UNKNOWN = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI gateway;
  private final PrintStream out;

  ReportVerification(URI gateway, PrintStream out) {
    this.gateway = gateway;
    this.out = out;
  }

  /**
   * Prints what it finds.
   *
   * @param number of the report, or null where the file tells
   * @param file the report, or null where only its number is known
   * @param keys a JWK set; with it nothing is asked of the platform
   * @return whether the report is good, as far as was asked
   * @throws IOException if a file cannot be read or the platform does not answer
   * @throws Refusal if the platform refuses
   */
  boolean run(@Nullable String number, @Nullable Path file, @Nullable Path keys)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      boolean signed = true;
      if (file != null && isJws(file)) {
        var set = keys == null ? keysOfPlatform(http) : Files.readString(keys);
        signed = isSigned(Files.readString(file, US_ASCII).strip(), set, number);
      } else if (keys != null) {
        throw new Refusal(
            file + " không phải là JWS; không có chữ ký để kiểm tra.",
            file + " is no JWS; there is no signature to check.");
      }
      return signed && (keys != null || stands(http, number, file));
    }
  }

  private static boolean isJws(Path file) throws IOException {
    return JWS.matcher(new String(Files.readAllBytes(file), US_ASCII)).matches();
  }

  private boolean isSigned(String jws, String keys, @Nullable String number) {
    var document = SignedDocument.verified(jws, JsonMapper.shared().readTree(keys));
    if (document == null) {
      out.println("✘ Chữ ký KHÔNG đúng. / The signature is NOT valid.");
      return false;
    }
    out.println("✔ Chữ ký đúng, khóa " + document.keyId() + ". / The signature is valid.");
    var report = JsonMapper.shared().readTree(document.payload());
    print("Số / Number", report.path("number"));
    print("Tên / Title", report.path("title"));
    print("Đơn vị / Unit", report.at("/unit/name"));
    print("Số liệu ngày / Figures of", report.path("asOf"));
    print("Bản đồ ngày / Map of", report.path("hierarchy"));
    print("Ban hành lúc / Issued at", report.path("issuedAt"));
    return number == null || isNumbered(report, number);
  }

  private boolean isNumbered(JsonNode report, String number) {
    boolean same = report.path("number").asString("").equals(number.strip());
    out.println(
        same
            ? "✔ Đúng số " + number + ". / The number is the report's."
            : "✘ KHÔNG phải số " + number + ". / The report has ANOTHER number.");
    return same;
  }

  private void print(String label, JsonNode value) {
    out.println("  " + label + ": " + value.asString(""));
  }

  private boolean stands(HttpClient http, @Nullable String number, @Nullable Path file)
      throws IOException, InterruptedException {
    var question = new StringBuilder("/check?");
    if (number != null) {
      question.append("number=").append(URLEncoder.encode(number, UTF_8)).append('&');
    }
    if (file != null) {
      question.append("sha256=").append(sha256(Files.readAllBytes(file)));
    }
    var answer = get(http, question.toString());
    if (answer.statusCode() != OK && answer.statusCode() != UNKNOWN) {
      throw new Problem(answer.statusCode(), answer.body()).refusal();
    }
    var found = JsonMapper.shared().readTree(answer.body());
    out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(found));
    var matches = found.path("matches");
    return answer.statusCode() == OK
        && found.path("standing").asString("").equals("VALID")
        && (!matches.isBoolean() || matches.booleanValue());
  }

  private String keysOfPlatform(HttpClient http) throws IOException, InterruptedException {
    var answer = get(http, "/keys");
    if (answer.statusCode() != OK) {
      throw new Problem(answer.statusCode(), answer.body()).refusal();
    }
    return answer.body();
  }

  private HttpResponse<String> get(HttpClient http, String path)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(gateway.resolve(ISSUED + path)).timeout(PATIENCE).GET().build();
    return http.send(request, BodyHandlers.ofString(UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
