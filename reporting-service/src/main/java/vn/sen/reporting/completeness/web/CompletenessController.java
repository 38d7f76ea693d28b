package vn.sen.reporting.completeness.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.chassis.view.ViewPosition;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.completeness.CompletenessQuery;
import vn.sen.reporting.completeness.CompletenessReport;
import vn.sen.reporting.completeness.CompletenessReports;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;

/** Which units have entered what. */
@RestController
@RequestMapping("/api/reporting/completeness")
class CompletenessController {

  private final Editions<CompletenessReports> editions;
  private final Scope scope;
  private final Clock clock;

  CompletenessController(Editions<CompletenessReports> editions, Scope scope, Clock clock) {
    this.editions = editions;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * What an answer depends on beside entries and map.
   *
   * @param lenders up to where the loans are known that say which banks lend
   */
  private record Asked(CompletenessQuery query, ViewPosition lenders) {}

  @Operation(
      summary = "Tình hình nhập liệu: đơn vị nào đã nhập gì cho kỳ nào, đúng hạn hay trễ",
      description =
          "For each unit of a level and each kind of data: how many entries of the months asked for"
              + " were recorded by the deadline and how many later, when the last one was, and what"
              + " is missing; beside it the banks with their updates and statements.")
  @ApiResponse(responseCode = "200", description = "The report, with an ETag")
  @ApiResponse(
      responseCode = "304",
      description = "The same report as the one named by If-None-Match")
  @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
  @ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
  @ApiResponse(
      responseCode = "404",
      description = "No such unit on the hierarchy's date; the problem names its successors")
  @ApiResponse(
      responseCode = "422",
      description = "The level does not fit the unit, or the period is turned round")
  @ApiResponse(
      responseCode = "410",
      description = "The log does not hold any more what was known then")
  @ApiResponse(
      responseCode = "503",
      description = "The figures are still being loaded, or the log cannot be read")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<CompletenessReport>> completeness(
      @Parameter(
              description = "The code that the unit bears on the hierarchy's date, or its id",
              example = "54")
          @RequestParam
          String unit,
      @Parameter(description = "A day of the first month; the month before knownAt's if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "A day of the last month; the first month if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate until,
      @Parameter(description = "The day whose map sums the entries; the period's last if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate hierarchy,
      @Parameter(description = "The day at whose end it was known so; now if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate knownAt,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var today = LocalDate.now(clock);
    var known = knownAt == null || knownAt.isAfter(today) ? today : knownAt;
    var first =
        Dates.check("from", Objects.requireNonNullElseGet(from, () -> known.minusMonths(1)));
    var query = query(unit, first, until, hierarchy, level);
    var edition = editions.open(knownAt, consistency);
    var reading = edition.reports().read();
    // the day of the figures: an old map asked for must not bring back what has gone elsewhere
    scope.require(reader, reading.unit(query), query.lastDay(), "?unit");
    return edition.answer(
        reading.position(),
        reading.mapVersion(),
        new Asked(query, reading.lendersPosition()),
        request,
        () -> reading.report(query));
  }

  private CompletenessQuery query(
      String unit,
      LocalDate first,
      @Nullable LocalDate until,
      @Nullable LocalDate hierarchy,
      @Nullable UnitLevel level) {
    var last = Dates.check("until", Objects.requireNonNullElse(until, first));
    var months = YearMonth.from(last);
    var map = Objects.requireNonNullElseGet(hierarchy, months::atEndOfMonth);
    return new CompletenessQuery(
        unit, YearMonth.from(first), months, Dates.check("hierarchy", map), level);
  }
}
