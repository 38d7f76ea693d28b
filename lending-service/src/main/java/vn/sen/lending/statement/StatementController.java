package vn.sen.lending.statement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandAnswers.Done;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.store.Stored;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.statement.StatementBodies.NewUpload;
import vn.sen.lending.statement.StatementViews.DifferenceView;
import vn.sen.lending.statement.StatementViews.RefusalView;
import vn.sen.lending.statement.StatementViews.View;

/**
 * Statements as the province sees them. A statement is of all communes at once, so nobody below the
 * province reads it.
 */
@RestController
@RequestMapping("/api/lending/statements")
class StatementController {

  private final StatementHandler statements;
  private final StatementFiles files;
  private final Statements decided;
  private final StatementUpload upload;
  private final StatementPages pages;
  private final ResultWorkbook workbook;
  private final StatementViews views;
  private final Scope scope;

  StatementController(
      StatementHandler statements,
      StatementFiles files,
      Statements decided,
      StatementUpload upload,
      StatementPages pages,
      ResultWorkbook workbook,
      StatementViews views,
      Scope scope) {
    this.statements = statements;
    this.files = files;
    this.decided = decided;
    this.upload = upload;
    this.pages = pages;
    this.workbook = workbook;
    this.views = views;
    this.scope = scope;
  }

  /**
   * For which differences to take the statement's word.
   *
   * @param causes none for all that can be accepted but LATE
   */
  record NewAcceptance(@Nullable @Size(max = 10) List<DifferenceCause> causes) {}

  /** Announces the workbook of a bank that cannot send its statements itself. */
  @Needs(Role.OFFICER)
  @PostMapping
  ResponseEntity<View> announce(@Valid @RequestBody NewUpload body, CommandContext by) {
    scope.requireTop(by.sender());
    var file = statements.announceFor(body.bankId(), body.announcement(), by);
    return ResponseEntity.created(URI.create("/api/lending/statements/" + file.id()))
        .body(view(file));
  }

  /** Takes the workbook as it was announced; somebody else must release it. */
  @Needs(Role.OFFICER)
  @PutMapping(path = "/{id}/lines", consumes = ResultWorkbook.XLSX)
  ResponseEntity<View> send(@PathVariable UUID id, Caller caller, HttpServletRequest body)
      throws IOException {
    scope.requireTop(caller);
    var file = statements.get(id);
    if (!file.byProvince()) {
      throw new StatementRefusals.BankPostsItself();
    }
    upload.receive(file, body.getInputStream(), false);
    return ResponseEntity.accepted().body(view(statements.begun(id)));
  }

  /** What was uploaded is compared, in the background. */
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/release/approval")
  ResponseEntity<Done> release(@PathVariable UUID id, CommandContext by) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(statements.release(statements.get(id), by));
  }

  /** Nothing becomes of what was uploaded. */
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/release/rejection")
  ResponseEntity<Done> refuse(@PathVariable UUID id, CommandContext by) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(statements.refuse(statements.get(id), by));
  }

  private View view(StatementFile file) {
    return views.view(file, decided.find(file.id()).orElse(null));
  }

  /** Statements, the last announced first. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ResponseEntity<Page<View>> list(
      @RequestParam(required = false) @Nullable UUID bankId,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader) {
    scope.requireTop(reader);
    var found = files.list(bankId, before(cursor), limit + 1);
    var items = found.stream().limit(limit).toList();
    var next = found.size() > limit ? Cursor.of(items.getLast().announcedAt().toString()) : null;
    return Page.of(items.stream().map(this::view).toList(), next);
  }

  private static @Nullable Instant before(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 1);
    try {
      return parts.isEmpty() ? null : Instant.parse(parts.getFirst());
    } catch (DateTimeParseException e) {
      throw new CursorInvalid();
    }
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}")
  ResponseEntity<View> get(@PathVariable UUID id, Caller reader) {
    scope.requireTop(reader);
    var file = statements.get(id);
    var statement = decided.find(id).orElse(null);
    return ResponseEntity.ok()
        .eTag(Long.toString(version(statement)))
        .body(views.view(file, statement));
  }

  private static long version(@Nullable Stored<Statement> statement) {
    return statement == null ? 0 : statement.version();
  }

  /** What differs, in the order of the lines; loans that no line names come last. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/differences")
  ResponseEntity<Page<DifferenceView>> differences(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable DifferenceCause cause,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller reader,
      OnRecord record) {
    scope.requireTop(reader);
    var file = statements.get(id);
    record.shows(id);
    return pages.differences(file, cause, cursor, limit, true);
  }

  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/{id}/refusals")
  ResponseEntity<Page<RefusalView>> refusals(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Locale locale,
      Caller reader) {
    scope.requireTop(reader);
    return pages.refusals(statements.get(id), cursor, limit, locale);
  }

  /** All of the result as a workbook. */
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping(path = "/{id}/result.xlsx", produces = ResultWorkbook.XLSX)
  void result(
      @PathVariable UUID id,
      Locale locale,
      HttpServletResponse response,
      Caller reader,
      OnRecord record)
      throws IOException {
    scope.requireTop(reader);
    var file = statements.get(id);
    record.shows(id);
    workbook.answer(file, locale, true, response);
  }

  /** Proposes to take the statement's word; nothing changes until somebody else approves. */
  @Needs(Role.OFFICER)
  @PostMapping("/{id}/acceptance")
  ResponseEntity<Done> propose(
      @PathVariable UUID id, @Valid @RequestBody NewAcceptance body, CommandContext by) {
    scope.requireTop(by.sender());
    var causes = body.causes() == null ? List.<DifferenceCause>of() : body.causes();
    return CommandAnswers.changed(statements.propose(statements.get(id), causes, by));
  }

  /** The loans are restated, in the background. */
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/acceptance/approval")
  ResponseEntity<Done> approve(@PathVariable UUID id, CommandContext by) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(statements.approve(statements.get(id), by));
  }

  /** The platform's figures stay. */
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/acceptance/rejection")
  ResponseEntity<Done> reject(@PathVariable UUID id, CommandContext by) {
    scope.requireTop(by.sender());
    return CommandAnswers.changed(statements.reject(statements.get(id), by));
  }
}
