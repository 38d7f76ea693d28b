package vn.sen.reporting.issuance.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.org.OrgFollower;
import vn.sen.chassis.org.OrgUnit;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.reporting.issuance.FileNotKept;
import vn.sen.reporting.issuance.IssuedNumber;
import vn.sen.reporting.issuance.IssuedReport;
import vn.sen.reporting.issuance.NumberUnreadable;
import vn.sen.reporting.issuance.Parameters;
import vn.sen.reporting.issuance.ReasonMissing;
import vn.sen.reporting.issuance.store.IssuedReports;
import vn.sen.reporting.issuance.store.IssuedReports.Selection;
import vn.sen.reporting.issuance.store.Issuer;
import vn.sen.reporting.issuance.store.KeptDocuments;
import vn.sen.reporting.issuance.store.Verification;
import vn.sen.reporting.issuance.store.Verifier;

/** Issues reports, and shows those that were issued. */
@RestController
@RequestMapping(IssuanceController.PATH)
class IssuanceController {

  static final String PATH = "/api/reporting/issued";

  private static final int MAX_PAGE = 200;

  private final Issuer issuer;
  private final IssuedReports issued;
  private final KeptDocuments documents;
  private final Verifier verifier;
  private final OrgFollower orgUnits;
  private final Scope scope;
  private final Clock clock;

  IssuanceController(
      Issuer issuer,
      IssuedReports issued,
      KeptDocuments documents,
      Verifier verifier,
      OrgFollower orgUnits,
      Scope scope,
      Clock clock) {
    this.issuer = issuer;
    this.issued = issued;
    this.documents = documents;
    this.verifier = verifier;
    this.orgUnits = orgUnits;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * What is to be issued.
   *
   * @param report membership, lending, training, coverage, groups, voices, programmes, province
   * @param parameters those of the report, by their names there; unit and asOf must be said
   * @param title as it stands on the report
   * @param supersedes the number of the report whose place it takes
   * @param reason for the office; must be said where a report is superseded
   */
  record NewIssue(
      @NotBlank @Size(max = 40) String report,
      @NotNull
          @Size(max = 40)
          @Schema(example = "{\"unit\":\"54\",\"asOf\":\"2023-12-31\",\"level\":\"DISTRICT\"}")
          Map<String, Object> parameters,
      @NotBlank @Size(max = 300) String title,
      @Nullable @Size(max = 60) String supersedes,
      @Nullable @Size(max = 1000) String reason) {

    Issuer.Request request() {
      if (supersedes != null && (reason == null || reason.isBlank())) {
        throw new ReasonMissing();
      }
      return new Issuer.Request(
          report,
          parameters,
          title.strip(),
          supersedes == null ? null : number("/supersedes", supersedes),
          reason);
    }
  }

  /** Why a report is taken back. */
  record NewWithdrawal(@NotBlank @Size(max = 1000) String reason) {}

  private static IssuedNumber number(String pointer, String text) {
    return IssuedNumber.parse(text).orElseThrow(() -> new NumberUnreadable(pointer));
  }

  @Operation(
      summary = "Ban hành một báo cáo",
      description =
          "Makes a report from the log as it is now, gives it the next number of its unit and year,"
              + " signs it and keeps it. To change a report, issue another one that supersedes it.")
  @ApiResponse(responseCode = "201", description = "It is issued")
  @ApiResponse(responseCode = "403", description = "The unit is not within the approver's")
  @ApiResponse(responseCode = "404", description = "No such unit, or no such report to supersede")
  @ApiResponse(responseCode = "409", description = "The report was superseded already")
  @ApiResponse(responseCode = "422", description = "A parameter does not fit the report")
  @ApiResponse(responseCode = "503", description = "There is no key to sign with")
  @Needs(Role.APPROVER)
  @PostMapping
  ResponseEntity<IssuedView> issue(
      @Valid @RequestBody NewIssue body, Caller approver, CommandContext by) {
    var committed =
        issuer.issue(
            by,
            body.request(),
            (unit, asOf) -> scope.require(approver, unit, asOf, Parameters.pointer("unit")));
    return CommandAnswers.created(committed, PATH, view(issued.get(committed.id())));
  }

  @Operation(
      summary = "Thu hồi một báo cáo",
      description = "It is not valid any more, and no other takes its place; it stays readable.")
  @ApiResponse(responseCode = "409", description = "It was withdrawn already")
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/withdrawal")
  ResponseEntity<CommandAnswers.Done> withdraw(
      @PathVariable UUID id,
      @Valid @RequestBody NewWithdrawal body,
      Caller approver,
      CommandContext by) {
    seen(id, approver);
    var today = LocalDate.now(clock);
    return CommandAnswers.changed(
        issued.change(id, by, report -> report.withdraw(body.reason().strip(), today)));
  }

  @Operation(
      summary = "Các báo cáo đã ban hành",
      description = "Those of the reader's units, the last one issued first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<IssuedView>> list(
      @Parameter(description = "The code that a unit bears in the number, or its id")
          @RequestParam(required = false)
          @Nullable String unit,
      @Parameter(description = "The year of issue") @RequestParam(required = false)
          @Nullable Integer year,
      @RequestParam(required = false) @Nullable String report,
      @Parameter(example = "54/2026/BC-HPN/0001") @RequestParam(required = false)
          @Nullable String number,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    requireUnit(unit, reader);
    var wanted =
        new Selection(
            seenBy(reader), unit, year, report, number == null ? null : number("?number", number));
    var behind = Cursor.parse(cursor, 1).stream().findFirst().orElse(null);
    var found = issued.list(wanted, behind, limit + 1);
    var items = found.subList(0, Math.min(limit, found.size()));
    var next =
        found.size() > limit ? Cursor.of(IssuedReports.order(items.getLast().state())) : null;
    return Page.of(views(items), next);
  }

  private @Nullable Set<UUID> seenBy(Caller reader) {
    return scope.reach(reader).everything() ? null : scope.seenBy(reader, null);
  }

  /** Who asks for a unit by name is told that it is not hers, not that nothing was issued. */
  private void requireUnit(@Nullable String codeOrId, Caller reader) {
    if (codeOrId == null) {
      return;
    }
    var today = LocalDate.now(clock);
    var meant =
        orgUnits.map().units().stream()
            .filter(u -> u.code().equals(codeOrId) || u.id().toString().equals(codeOrId))
            .map(OrgUnit::id)
            .toList();
    if (!meant.isEmpty()
        && meant.stream().noneMatch(u -> scope.covers(reader, u, List.of(), today))) {
      throw new OutOfScope("?unit");
    }
  }

  @Operation(summary = "Một báo cáo đã ban hành")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<IssuedView> show(@PathVariable UUID id, Caller reader) {
    var stored = seen(id, reader);
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view(stored));
  }

  @Operation(
      summary = "Tệp của một báo cáo đã ban hành",
      description =
          "json: the canonical bytes; jws: the same, signed; pdf, docx, xlsx where they were"
              + " printed.")
  @ApiResponse(responseCode = "200", description = "The file, for ever the same")
  @ApiResponse(responseCode = "404", description = "There is no such report or no such file")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/files/{format}")
  @Nullable ResponseEntity<byte[]> file(
      @PathVariable UUID id,
      @PathVariable @Schema(allowableValues = {"json", "jws", "pdf", "docx", "xlsx"}) String format,
      Caller reader,
      @Parameter(hidden = true) WebRequest request) {
    var report = seen(id, reader).state();
    var file = report.file(format);
    if (request.checkNotModified("\"" + file.sha256() + "\"")) {
      return null;
    }
    var bytes = documents.find(file.sha256()).orElseThrow(() -> new FileNotKept(format));
    var name = report.number().toString().replace('/', '-') + "." + format;
    return ResponseEntity.ok()
        .eTag("\"" + file.sha256() + "\"")
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  @Operation(
      summary = "Kiểm chứng một báo cáo từ nhật ký sự kiện",
      description =
          "Makes the report again from the log up to where it was cut when it was issued, compares"
              + " the bytes, and checks the signature.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/verification")
  Verification verify(@PathVariable UUID id, Caller reader) {
    return verifier.verify(seen(id, reader).state());
  }

  /** As the report itself, which needs the unit on every day that it speaks of. */
  private Stored<IssuedReport> seen(UUID id, Caller reader) {
    var stored = issued.get(id);
    var report = stored.state();
    report.days().forEach(day -> scope.require(reader, report.unit().id(), day, ""));
    return stored;
  }

  private IssuedView view(Stored<IssuedReport> stored) {
    return views(List.of(stored)).getFirst();
  }

  private List<IssuedView> views(List<Stored<IssuedReport>> reports) {
    var numbers = reports.stream().map(r -> r.state().number()).toList();
    var successors = issued.successorsOf(numbers);
    return reports.stream()
        .map(report -> IssuedView.of(report, successors.get(report.state().number())))
        .toList();
  }
}
