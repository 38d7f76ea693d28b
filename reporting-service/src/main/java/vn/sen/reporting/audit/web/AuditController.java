package vn.sen.reporting.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
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
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.reporting.audit.Kind;
import vn.sen.reporting.audit.NewestFirst;
import vn.sen.reporting.audit.Place;
import vn.sen.reporting.audit.Question;
import vn.sen.reporting.audit.Traced;
import vn.sen.reporting.audit.store.TrailStore;

/** Reads the audit trail; whoever does is on record, too. */
@RestController
@RequestMapping("/api/reporting/audit")
class AuditController {

  private static final int MAX_PAGE = 500;
  private static final int DEFAULT_PAGE = 50;

  private final TrailStore store;
  private final Scope scope;

  AuditController(TrailStore store, Scope scope) {
    this.store = store;
    this.scope = scope;
  }

  /**
   * What to look for; all conditions together.
   *
   * @param actor who did it, also through an import of hers
   * @param about a person or another record
   * @param from the first instant
   * @param until the first instant that is too late
   * @param limit 50 where left out
   * @param cursor from the page before
   */
  record Search(
      @Nullable @Size(max = 200) String actor,
      @Nullable UUID about,
      @Nullable Kind kind,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable @Min(1) @Max(MAX_PAGE) Integer limit,
      @Nullable @Size(max = 1000) String cursor) {

    Question question() {
      return new Question(actor, about, kind, from, until);
    }
  }

  @Operation(
      summary = "Tra cứu nhật ký",
      description = "Who did or read what, about whom, with which result; the newest first.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @PostMapping("/searches")
  Page<EntryView> search(@Valid @RequestBody Search body, Caller reader, OnRecord record) {
    scope.requireTop(reader);
    var page =
        page(
            body.question(),
            body.limit() == null ? DEFAULT_PAGE : body.limit(),
            place(body.cursor()));
    record.shows(known(body.about()));
    return page;
  }

  private Page<EntryView> page(Question question, int limit, @Nullable Place after) {
    try (var blocks = store.newestFirst(question, after)) {
      var entries = new NewestFirst(blocks, question, after);
      var found = new ArrayList<Traced>();
      while (entries.hasNext() && found.size() < limit) {
        found.add(entries.next());
      }
      return new Page<>(
          found.stream().map(EntryView::of).toList(),
          entries.hasNext() ? cursor(found.getLast().place()) : null);
    }
  }

  private static String cursor(Place last) {
    return Cursor.of(last.at().toString(), last.id());
  }

  private static @Nullable Place place(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 2);
    try {
      return parts.isEmpty() ? null : new Place(Instant.parse(parts.getFirst()), parts.getLast());
    } catch (DateTimeException e) {
      throw new CursorInvalid();
    }
  }

  private static List<UUID> known(@Nullable UUID about) {
    return about == null ? List.of() : List.of(about);
  }

  @Operation(
      summary = "Xuất nhật ký",
      description = "The same as a CSV file that Excel opens with the accents right.")
  @Needs({Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping(path = "/export", produces = TrailCsv.TYPE)
  void export(
      @Parameter(description = "Who did it, also through an import of hers")
          @RequestParam(required = false)
          @Nullable String actor,
      @Parameter(description = "A person or another record") @RequestParam(required = false)
          @Nullable UUID about,
      @RequestParam(required = false) @Nullable Kind kind,
      @Parameter(description = "The first instant")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE_TIME)
          @Nullable Instant from,
      @Parameter(description = "The first instant that is too late")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE_TIME)
          @Nullable Instant until,
      Caller reader,
      OnRecord record,
      HttpServletResponse response)
      throws IOException {
    scope.requireTop(reader);
    var question = new Question(actor, about, kind, from, until);
    record.shows(known(about));
    try (var blocks = store.newestFirst(question, null)) {
      TrailCsv.write(new NewestFirst(blocks, question, null), response);
    }
  }
}
