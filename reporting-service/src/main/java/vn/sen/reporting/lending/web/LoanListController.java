package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.CursorInvalid;
import vn.sen.chassis.web.Page;
import vn.sen.events.lending.LoanMeasure;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LoanLine;
import vn.sen.reporting.lending.LoanLine.After;
import vn.sen.reporting.reading.web.Edition;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.InPages;
import vn.sen.reporting.reading.web.Listing;
import vn.sen.reporting.reading.web.Position;
import vn.sen.reporting.reading.web.Subject;

/** Loans that somebody should look at, by their ids: who owes them, the lending service knows. */
@RestController
@RequestMapping("/api/reporting/lending")
@ApiResponse(responseCode = "200", description = "A page; Link names the next one")
@ApiResponse(responseCode = "400", description = "A parameter cannot be read")
@ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
@ApiResponse(
    responseCode = "404",
    description = "No such unit on the hierarchy's date (the problem names its successors) or bank")
@ApiResponse(
    responseCode = "410",
    description = "The log does not hold any more what was known then")
@ApiResponse(
    responseCode = "503",
    description = "The figures are still being loaded, or the log of the past cannot be read")
class LoanListController {

  private static final int MAX_PAGE = 200;

  private final Editions<LendingReports> editions;
  private final LendingAccess access;
  private final Clock clock;

  LoanListController(Editions<LendingReports> editions, LendingAccess access, Clock clock) {
    this.editions = editions;
    this.access = access;
    this.clock = clock;
  }

  @Operation(
      summary = "Các khoản vay quá hạn",
      description = "Loans with overdue principal, the longest overdue first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/overdue-loans")
  ResponseEntity<Listing<LoanLine>> overdue(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Choice choice,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    return page(edition, query(subject, choice), LoanMeasure.OVERDUE, limit, cursor, reader);
  }

  @Operation(
      summary = "Các khoản nợ khoanh",
      description = "Loans with frozen principal, the longest frozen first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/frozen-loans")
  ResponseEntity<Listing<LoanLine>> frozen(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Choice choice,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    return page(edition, query(subject, choice), LoanMeasure.FROZEN, limit, cursor, reader);
  }

  private LendingQuery query(Subject subject, Choice choice) {
    var until = subject.day(clock);
    return new LendingQuery(
        subject.unit(), until, subject.map(clock), null, until, choice.of(choice.bank()), Set.of());
  }

  private ResponseEntity<Listing<LoanLine>> page(
      Edition<LendingReports> edition,
      LendingQuery query,
      LoanMeasure balance,
      int limit,
      @Nullable String cursor,
      Caller reader) {
    var reading = edition.reports().read();
    access.require(reader, reading.unit(query), query.asOf());
    var found = reading.loans(query, balance, after(cursor), limit + 1);
    var items = found.subList(0, Math.min(limit, found.size()));
    return Listing.of(
        Page.of(items, found.size() > limit ? cursor(items.getLast().place()) : null),
        new Listing.Kind<>(LoanLine.class, "lending-loans"),
        () ->
            new InPages<>(
                (after, most) -> reading.loans(query, balance, after, most), LoanLine::place),
        new Listing.About(query.unit(), query.asOf(), query.hierarchy()),
        Position.of(reading.position(), reading.mapVersion()),
        edition);
  }

  private static String cursor(After last) {
    return Cursor.of(last.since().toString(), last.loan().toString());
  }

  private static @Nullable After after(@Nullable String cursor) {
    var parts = Cursor.parse(cursor, 2);
    try {
      return parts.isEmpty()
          ? null
          : new After(LocalDate.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new CursorInvalid();
    }
  }
}
