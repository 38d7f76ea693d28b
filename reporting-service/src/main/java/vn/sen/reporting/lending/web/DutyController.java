package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.chassis.web.Cursor;
import vn.sen.chassis.web.Page;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.lending.Dimension;
import vn.sen.reporting.lending.DutyReport;
import vn.sen.reporting.lending.GroupLine;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingQuery.Selection;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.InPages;
import vn.sen.reporting.reading.web.Listing;
import vn.sen.reporting.reading.web.Position;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** What the Union owes the banks for their trust: done, late, and paid for. */
@RestController
@RequestMapping("/api/reporting/lending")
@ApiResponse(responseCode = "200", description = "The report, with an ETag; or a page")
@ApiResponse(responseCode = "400", description = "A parameter cannot be read")
@ApiResponse(responseCode = "403", description = "The unit or the bank is not the reader's")
@ApiResponse(
    responseCode = "404",
    description = "No such unit on the hierarchy's date (the problem names its successors) or bank")
@ApiResponse(
    responseCode = "410",
    description = "The log does not hold any more what was known then")
@ApiResponse(
    responseCode = "503",
    description = "The figures are still being loaded, or the log of the past cannot be read")
class DutyController {

  private static final int MAX_PAGE = 200;

  private final Editions<LendingReports> editions;
  private final LendingAccess access;
  private final Clock clock;

  DutyController(Editions<LendingReports> editions, LendingAccess access, Clock clock) {
    this.editions = editions;
    this.access = access;
    this.clock = clock;
  }

  @Operation(
      summary = "Nhiệm vụ ủy thác: kiểm tra sử dụng vốn và phí ủy thác",
      description =
          "Checks of the use of loans due, done and late, and entrustment fees expected and"
              + " received, of a unit and of the units of a level below it, by bank and programme.")
  @ApiResponse(
      responseCode = "304",
      description = "The same report as the one named by If-None-Match")
  @ApiResponse(
      responseCode = "422",
      description = "The level does not fit the unit, or the period is turned round")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD, Role.BANK})
  @GetMapping("/duties")
  @Nullable ResponseEntity<ReportAnswer<DutyReport>> duties(
      @Valid @ParameterObject Subject subject,
      @RequestParam(required = false) @Nullable UnitLevel level,
      @Parameter(description = "The first day of the period; the first of asOf's year if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable String bank,
      @RequestParam(required = false) @Nullable String programme,
      @Parameter(description = "BANK, PROGRAMME, UNIT; BANK and PROGRAMME if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var until = subject.day(clock);
    var query =
        new LendingQuery(
            subject.unit(),
            until,
            subject.map(clock),
            level,
            subject.since(from, clock),
            new Selection(access.bank(reader, reading, bank), programme, null),
            by == null ? EnumSet.of(Dimension.BANK, Dimension.PROGRAMME) : by);
    access.require(reader, reading.unit(query), query.asOf());
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.duties(query));
  }

  @Operation(
      summary = "Các tổ có số tổ viên ngoài giới hạn",
      description =
          "Savings and credit groups with fewer or more borrowers than is agreed with their bank.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/groups-outside-bounds")
  ResponseEntity<Listing<GroupLine>> groupsOutsideBounds(
      @Valid @ParameterObject Subject subject,
      @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var until = subject.day(clock);
    var query =
        new LendingQuery(
            subject.unit(), until, subject.map(clock), null, until, Selection.ALL, Set.of());
    access.require(reader, reading.unit(query), until);
    var found = reading.groupsOutsideBounds(query, Cursor.parseId(cursor), limit + 1);
    var items = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? Cursor.of(items.getLast().group().toString()) : null;
    return Listing.of(
        Page.of(items, next),
        new Listing.Kind<>(GroupLine.class, "lending-groups"),
        () ->
            new InPages<>(
                (after, most) -> reading.groupsOutsideBounds(query, after, most), GroupLine::group),
        new Listing.About(query.unit(), query.asOf(), query.hierarchy()),
        Position.of(reading.position(), reading.mapVersion()),
        edition);
  }
}
