package vn.sen.lending.statement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.DifferenceCause;
import vn.sen.lending.statement.StatementViews.DifferenceView;
import vn.sen.lending.statement.StatementViews.RefusalView;

/** What was found in statements, page by page; for banks and for people alike. */
@Component
class StatementPages {

  private final StatementFindings findings;
  private final StatementViews views;

  StatementPages(StatementFindings findings, StatementViews views) {
    this.findings = findings;
    this.views = views;
  }

  /**
   * @param masked whether the reader sees the end of loan numbers only
   */
  ResponseEntity<Page<DifferenceView>> differences(
      StatementFile file,
      @Nullable DifferenceCause cause,
      @Nullable String cursor,
      int limit,
      boolean masked) {
    var found = findings.differences(file, cause, behind(cursor), limit);
    return Page.of(
        found.items().stream().map(d -> views.view(d, masked)).toList(), next(found.next()));
  }

  ResponseEntity<Page<RefusalView>> refusals(
      StatementFile file, @Nullable String cursor, int limit, Locale locale) {
    var found = findings.refusals(file.id(), behind(cursor), limit);
    return Page.of(
        found.items().stream().map(r -> views.view(r, locale)).toList(), next(found.next()));
  }

  private static @Nullable String behind(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 1);
    return parts.isEmpty() ? null : parts.getFirst();
  }

  private static @Nullable String next(@Nullable String key) {
    return key == null ? null : Cursor.of(key);
  }
}
