package vn.sen.membership.memberimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.job.JobRunner;
import vn.sen.chassis.store.NotFound;
import vn.sen.chassis.web.ProblemTexts;

/** Imports of members from a file: upload, dry run, errors to download, execution. */
@RestController
@RequestMapping("/api/membership/member-imports")
class MemberImportController {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ImportStore store;
  private final ImportUpload upload;
  private final JobRunner runner;
  private final ProblemTexts texts;
  private final Scope scope;

  MemberImportController(
      ImportStore store,
      ImportUpload upload,
      JobRunner memberImports,
      ProblemTexts texts,
      Scope scope) {
    this.store = store;
    this.upload = upload;
    this.runner = memberImports;
    this.texts = texts;
    this.scope = scope;
  }

  /**
   * An import as clients see it.
   *
   * @param failure the name of the rule that stopped it; null where none did
   * @param consistency the token with which reports show all that was imported; null before the end
   */
  record View(
      UUID id,
      String name,
      ImportState state,
      long rows,
      long checked,
      long valid,
      long invalid,
      long imported,
      long refused,
      @Nullable String failure,
      Instant createdAt,
      String createdBy,
      @Nullable String consistency) {

    static View of(MemberImport i) {
      return new View(
          i.id(),
          i.name(),
          i.state(),
          i.rows(),
          i.checked(),
          i.valid(),
          i.invalid(),
          i.imported(),
          i.refused(),
          i.failure(),
          i.createdAt(),
          i.createdBy(),
          i.consistencyToken());
    }
  }

  /**
   * How to carry an import out.
   *
   * @param skipInvalid needed where some rows are invalid: they are left out, the others imported
   */
  record Execution(@Nullable Boolean skipInvalid) {}

  @Needs(Role.OFFICER)
  @PostMapping(consumes = CSV)
  ResponseEntity<View> uploadCsv(
      @RequestParam(defaultValue = "") @Size(max = 200) String name,
      CommandContext by,
      HttpServletRequest file,
      OnRecord record)
      throws IOException {
    return receive(RowReader.CSV, name, by, file, record);
  }

  @Needs(Role.OFFICER)
  @PostMapping(consumes = XLSX)
  ResponseEntity<View> uploadXlsx(
      @RequestParam(defaultValue = "") @Size(max = 200) String name,
      CommandContext by,
      HttpServletRequest file,
      OnRecord record)
      throws IOException {
    return receive(RowReader.XLSX, name, by, file, record);
  }

  private ResponseEntity<View> receive(
      RowReader reader, String name, CommandContext by, HttpServletRequest file, OnRecord record)
      throws IOException {
    var id = upload.receive(file.getInputStream(), reader, name, by);
    record.does(id);
    runner.wake();
    return ResponseEntity.created(URI.create("/api/membership/member-imports/" + id))
        .body(View.of(get(id, by.sender())));
  }

  @Needs({Role.OFFICER, Role.AUDITOR})
  @GetMapping("/{id}")
  View show(@PathVariable UUID id, Caller reader) {
    return View.of(get(id, reader));
  }

  /** Carries the import out; asked again, it answers how far it is. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/execution")
  ResponseEntity<View> execute(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Execution execution,
      Caller caller,
      OnRecord record) {
    var found = get(id, caller);
    var from =
        switch (found.state()) {
          case RECEIVING, VALIDATING -> throw new ImportRefusals.ImportNotChecked();
          case FAILED -> throw new ImportRefusals.ImportFailed();
          case EXPIRED -> throw new ImportRefusals.ImportExpired();
          case INVALID -> {
            if (execution == null || !Boolean.TRUE.equals(execution.skipInvalid())) {
              throw new ImportRefusals.ImportHasInvalidRows(found.invalid());
            }
            yield ImportState.INVALID;
          }
          case VALIDATED, RUNNING, DONE -> ImportState.VALIDATED;
        };
    record.does(id);
    if (store.move(id, from, ImportState.RUNNING)) {
      runner.wake();
    }
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(View.of(get(id, caller)));
  }

  /**
   * The errors as a CSV file that Excel opens with the accents right: row, column, what is wrong.
   */
  @Needs(Role.OFFICER)
  @GetMapping(path = "/{id}/errors", produces = CSV)
  void errors(
      @PathVariable UUID id,
      Locale locale,
      HttpServletResponse response,
      Caller reader,
      OnRecord record)
      throws IOException {
    get(id, reader);
    record.shows(id);
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"loi-nhap-hoi-vien.csv\"");
    var out = response.getWriter();
    out.write(BYTE_ORDER_MARK);
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("Dòng", "Cột", "Lỗi");
      store.eachError(
          id,
          error ->
              csv.writeRecord(
                  Long.toString(error.row()),
                  error.column(),
                  texts.detail(error.rule(), locale, error.arguments().toArray())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private MemberImport get(UUID id, Caller caller) {
    var found = store.find(id).orElseThrow(() -> new NotFound(id));
    scope.requireAll(caller, found.reach());
    return found;
  }
}
