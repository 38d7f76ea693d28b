package vn.sen.reporting.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.programme.ProgrammeQuery;
import vn.sen.reporting.programme.ProgrammeReport;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.programme.YearOfOtherDate;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;

/** The report of the Union's programmes. */
@RestController
@RequestMapping("/api/reporting/programmes")
class ProgrammeController {

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2199;

  private final Editions<ProgrammeReports> editions;
  private final Scope scope;
  private final Clock clock;

  ProgrammeController(Editions<ProgrammeReports> editions, Scope scope, Clock clock) {
    this.editions = editions;
    this.scope = scope;
    this.clock = clock;
  }

  @Operation(
      summary = "Chỉ tiêu và kết quả các chương trình, đề án của một đơn vị trong năm",
      description =
          "Programmes of the Union with their indicators: targets, and results that are counted by"
              + " rule from classes, groups, activities, loans and people in post or, where they"
              + " cannot be counted, stated. Loan programmes are not among them.")
  @ApiResponse(responseCode = "200", description = "The report, with an ETag")
  @ApiResponse(
      responseCode = "304",
      description = "The same report as the one named by If-None-Match")
  @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
  @ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
  @ApiResponse(
      responseCode = "404",
      description =
          "No such unit on the hierarchy's date (the problem names its successors) or no such"
              + " programme")
  @ApiResponse(
      responseCode = "422",
      description = "The level does not fit the unit, or the year the date")
  @ApiResponse(
      responseCode = "410",
      description = "The log does not hold any more what was known then")
  @ApiResponse(
      responseCode = "503",
      description = "The figures are still being loaded, or the log of the past cannot be read")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<ProgrammeReport>> programmes(
      @Parameter(
              description = "The code that the unit bears on the hierarchy's date, or its id",
              example = "54")
          @RequestParam
          String unit,
      @Parameter(
              description =
                  "The year of the targets, from whose first day on flows are counted; asOf's if"
                      + " absent")
          @RequestParam(required = false)
          @Min(FIRST_YEAR)
          @Max(LAST_YEAR)
          @Nullable Integer year,
      @Parameter(
              description =
                  "The date of the results; if absent, today or the last day of another year")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate asOf,
      @Parameter(description = "The day whose map sums the figures; asOf if absent")
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
      @Parameter(description = "The code of a programme of the Union; all if absent")
          @RequestParam(required = false)
          @Nullable String programme,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var until = until(year, asOf, clock);
    var query =
        new ProgrammeQuery(
            unit,
            Dates.check("asOf", until),
            Dates.check("hierarchy", Objects.requireNonNullElse(hierarchy, until)),
            level,
            programme);
    var edition = editions.open(knownAt, consistency);
    var reading = edition.reports().read();
    // the day of the figures: an old map asked for must not bring back what has gone elsewhere
    scope.require(reader, reading.unit(query), query.asOf(), "?unit");
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.report(query));
  }

  /** The date of the results: where only a year is asked for, its last day or today. */
  static LocalDate until(@Nullable Integer year, @Nullable LocalDate asOf, Clock clock) {
    if (asOf != null) {
      if (year != null && year != asOf.getYear()) {
        throw new YearOfOtherDate(year, asOf);
      }
      return asOf;
    }
    var today = LocalDate.now(clock);
    return year == null || year == today.getYear() ? today : LocalDate.of(year, 12, 31);
  }
}
