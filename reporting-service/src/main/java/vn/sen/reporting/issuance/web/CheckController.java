package vn.sen.reporting.issuance.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.reporting.issuance.IssuedNumber;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.IssuedReport.KeptFile;
import vn.sen.reporting.issuance.NotIssued;
import vn.sen.reporting.issuance.NothingToCheck;
import vn.sen.reporting.issuance.NumberUnreadable;
import vn.sen.reporting.issuance.Standing;
import vn.sen.reporting.issuance.sign.SigningKeys;
import vn.sen.reporting.issuance.store.IssuedReports;

/**
 * Whoever was given a report finds out, without an account, whether it is the one that was issued
 * and whether it still holds. The document stays with her: she sends its hash. Of a report she does
 * not have she learns only that its number was given, by whom and when.
 */
@RestController
class CheckController {

  static final String PAGE = IssuanceController.PATH + "/verify";
  static final String CHECK = IssuanceController.PATH + "/check";
  static final String KEYS = IssuanceController.PATH + "/keys";

  private static final Duration KEYS_HOLD = Duration.ofMinutes(5);

  private final IssuedReports issued;
  private final SigningKeys keys;
  private final VerifyPage page = VerifyPage.load();

  CheckController(IssuedReports issued, SigningKeys keys) {
    this.issued = issued;
    this.keys = keys;
  }

  /**
   * What anybody learns of an issued report.
   *
   * @param unit whose report it is: code and name
   * @param supersededBy the number of the report that has taken its place, or null
   * @param withdrawnOn null unless it was withdrawn
   * @param matches whether the document asked about is the issued one; null where none was asked
   *     about
   * @param document what the document is; null unless it matches
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Checked(
      IssuedNumber number,
      Standing standing,
      String unitCode,
      String unitName,
      LocalDate issuedOn,
      @Nullable IssuedNumber supersededBy,
      @Nullable LocalDate withdrawnOn,
      @Nullable Boolean matches,
      @Nullable CheckedDocument document) {}

  /** A document that was issued; what it says of itself. */
  record CheckedDocument(
      String format, String title, String report, LocalDate asOf, LocalDate hierarchy) {}

  @Operation(
      summary = "Trang kiểm tra báo cáo đã ban hành",
      description =
          "A page for people; it hashes the document in the browser and asks for the rest.")
  @GetMapping(path = PAGE, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() {
    return ResponseEntity.ok()
        .header("Content-Security-Policy", page.policy())
        .cacheControl(CacheControl.noCache())
        .body(page.html());
  }

  @Operation(
      summary = "Kiểm tra một báo cáo đã ban hành",
      description =
          "By its number, by the SHA-256 of a file (canonical JSON, JWS, PDF, DOCX, XLSX), or"
              + " both.")
  @ApiResponse(responseCode = "200", description = "What is known of it")
  @ApiResponse(responseCode = "400", description = "Neither was given, or one cannot be read")
  @ApiResponse(responseCode = "404", description = "No report was issued so")
  @GetMapping(CHECK)
  ResponseEntity<Checked> check(
      @Parameter(example = "54/2026/BC-HPN/0001") @RequestParam(required = false)
          @Nullable String number,
      @Parameter(description = "In hexadecimal")
          @RequestParam(required = false)
          @Pattern(regexp = "[0-9a-fA-F]{64}")
          @Nullable String sha256) {
    if (number == null && sha256 == null) {
      throw new NothingToCheck();
    }
    var hash = sha256 == null ? null : sha256.toLowerCase(Locale.ROOT);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(number, hash));
  }

  private Checked answer(@Nullable String number, @Nullable String hash) {
    var report = number == null ? withFile(hash) : numbered(number);
    var file =
        report.files().stream().filter(kept -> kept.sha256().equals(hash)).findFirst().orElse(null);
    var successor =
        issued.successorOf(report.number()).map(stored -> stored.state().number()).orElse(null);
    var withdrawal = report.withdrawal();
    return new Checked(
        report.number(),
        report.standing(successor),
        report.unit().code(),
        report.unit().name(),
        report.issuedOn(),
        successor,
        withdrawal == null ? null : withdrawal.on(),
        hash == null ? null : file != null,
        file == null ? null : described(report, file));
  }

  private IssuedReport numbered(String text) {
    var number = IssuedNumber.parse(text).orElseThrow(() -> new NumberUnreadable("?number"));
    return issued.find(number).orElseThrow(() -> new NotIssued("?number")).state();
  }

  private IssuedReport withFile(@Nullable String hash) {
    if (hash == null) {
      throw new NothingToCheck();
    }
    return issued.withFile(hash).orElseThrow(() -> new NotIssued("?sha256")).state();
  }

  private static CheckedDocument described(IssuedReport report, KeptFile file) {
    return new CheckedDocument(
        file.format(), report.title(), report.report(), report.asOf(), report.hierarchy());
  }

  @Operation(
      summary = "Khóa công khai để kiểm tra chữ ký",
      description = "A JWK set (RFC 7517) of all keys that reports were ever signed with.")
  @GetMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> keys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEYS_HOLD).cachePublic())
        .body(keys.published());
  }
}
