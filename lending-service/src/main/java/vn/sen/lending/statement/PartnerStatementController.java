package vn.sen.lending.statement;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.OutOfScope;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.audit.OnRecord;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.statement.StatementBodies.NewStatement;
import vn.sen.lending.statement.StatementViews.DifferenceView;
import vn.sen.lending.statement.StatementViews.RefusalView;
import vn.sen.lending.statement.StatementViews.View;

/** Statements as banks announce, send and follow them. */
@RestController
@RequestMapping("/api/partners")
class PartnerStatementController {

  private final StatementHandler statements;
  private final Statements decided;
  private final StatementUpload upload;
  private final StatementPages pages;
  private final ResultWorkbook workbook;
  private final StatementViews views;
  private final BankFeed feed;

  PartnerStatementController(
      StatementHandler statements,
      Statements decided,
      StatementUpload upload,
      StatementPages pages,
      ResultWorkbook workbook,
      StatementViews views,
      BankFeed feed) {
    this.statements = statements;
    this.decided = decided;
    this.upload = upload;
    this.pages = pages;
    this.workbook = workbook;
    this.views = views;
    this.feed = feed;
  }

  /**
   * Something the bank may want to know, of a statement, a loan or a group.
   *
   * @param line of the statement, or null
   * @param rule that the line breaks, or null
   * @param on the business date of a duty done, or null
   */
  record NewsView(
      BankFeed.Kind kind,
      Instant at,
      @Nullable UUID statementId,
      @Nullable UUID loanId,
      @Nullable UUID groupId,
      @Nullable Long line,
      @Nullable String rule,
      @Nullable LocalDate on) {

    static NewsView of(BankFeed.Entry entry) {
      var news = entry.news();
      return switch (news.kind()) {
        case RESULT_READY, STATEMENT_FAILED, LINE_REFUSED ->
            new NewsView(
                news.kind(), entry.at(), news.about(), null, null, news.line(), news.rule(), null);
        case USE_CHECKED ->
            new NewsView(news.kind(), entry.at(), null, news.about(), null, null, null, news.on());
        case HANDED_OVER ->
            new NewsView(news.kind(), entry.at(), null, null, news.about(), null, null, news.on());
      };
    }
  }

  @Needs(Role.BANK)
  @PostMapping("/statements")
  ResponseEntity<View> announce(
      @Valid @RequestBody NewStatement body,
      @RequestHeader("Idempotency-Key") String key,
      CommandContext by) {
    var file = statements.announce(Scope.requireBank(by.sender()), body.announcement(), by);
    return ResponseEntity.created(URI.create("/api/partners/statements/" + file.id()))
        .body(view(file));
  }

  /** Takes the file as it is, plain or packed by gzip. */
  @Needs(Role.BANK)
  @PutMapping(
      path = "/statements/{id}/lines",
      consumes = {"application/x-ndjson", "text/csv", ResultWorkbook.XLSX})
  ResponseEntity<View> send(
      @PathVariable UUID id,
      @RequestHeader("Content-Type") String contentType,
      @RequestHeader(name = "Content-Encoding", required = false) @Nullable String encoding,
      Caller caller,
      HttpServletRequest body)
      throws IOException {
    var file = own(id, caller);
    var announced = file.announcement().format();
    boolean packed = "gzip".equalsIgnoreCase(encoding);
    if (FileFormat.of(contentType).filter(announced::equals).isEmpty()
        || encoding != null && !packed) {
      throw new FileRefusals.AnotherFormat(announced);
    }
    upload.receive(file, body.getInputStream(), packed);
    return ResponseEntity.accepted().body(view(statements.begun(id)));
  }

  @Needs(Role.BANK)
  @GetMapping("/statements/{id}")
  View get(@PathVariable UUID id, Caller caller) {
    return view(own(id, caller));
  }

  /** What differs, in the order of the lines; loans that no line names come last. */
  @Needs(Role.BANK)
  @GetMapping("/statements/{id}/differences")
  ResponseEntity<Page<DifferenceView>> differences(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable DifferenceCause cause,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller,
      OnRecord record) {
    var file = own(id, caller);
    record.shows(id);
    return pages.differences(file, cause, cursor, limit, false);
  }

  @Needs(Role.BANK)
  @GetMapping("/statements/{id}/refusals")
  ResponseEntity<Page<RefusalView>> refusals(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      Locale locale,
      Caller caller) {
    return pages.refusals(own(id, caller), cursor, limit, locale);
  }

  /** All of the result as a workbook. */
  @Needs(Role.BANK)
  @GetMapping(path = "/statements/{id}/result.xlsx", produces = ResultWorkbook.XLSX)
  void result(
      @PathVariable UUID id,
      Locale locale,
      HttpServletResponse response,
      Caller caller,
      OnRecord record)
      throws IOException {
    var file = own(id, caller);
    record.shows(id);
    workbook.answer(file, locale, false, response);
  }

  /** The statement was wrong: it says nothing any more. */
  @Needs(Role.BANK)
  @PostMapping("/statements/{id}/withdrawal")
  View withdraw(
      @PathVariable UUID id, @RequestHeader("Idempotency-Key") String key, CommandContext by) {
    return view(statements.withdraw(own(id, by.sender()), by));
  }

  /** News for the bank, the oldest first; the last page's cursor is good for the next question. */
  @Needs(Role.BANK)
  @GetMapping("/feed")
  Page<NewsView> news(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
      Caller caller) {
    var entries = feed.read(Scope.requireBank(caller), behind(cursor), limit);
    var news = entries.stream().map(NewsView::of).toList();
    var next = entries.isEmpty() ? cursor : Cursor.of(Long.toString(entries.getLast().number()));
    return new Page<>(news, next);
  }

  private static long behind(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 1);
    try {
      return parts.isEmpty() ? 0 : Long.parseLong(parts.getFirst());
    } catch (NumberFormatException e) {
      throw new CursorInvalid();
    }
  }

  private View view(StatementFile file) {
    return views.view(file, decided.find(file.id()).orElse(null));
  }

  private StatementFile own(UUID id, Caller caller) {
    var bank = Scope.requireBank(caller);
    var file = statements.get(id);
    if (!file.bankId().equals(bank)) {
      throw new OutOfScope("");
    }
    return file;
  }
}
