package vn.sen.reporting.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.membership.MembershipQuery;
import vn.sen.reporting.membership.MembershipReport;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** The membership report. */
@RestController
@RequestMapping("/api/reporting/membership")
class MembershipController {

  private final Editions<MembershipReports> editions;
  private final Scope scope;
  private final Clock clock;

  MembershipController(Editions<MembershipReports> editions, Scope scope, Clock clock) {
    this.editions = editions;
    this.scope = scope;
    this.clock = clock;
  }

  @Operation(
      summary = "Hội viên của một đơn vị, theo ngày và theo bản đồ hành chính bất kỳ",
      description =
          "Members, flows by reason, women and gathering rates of a unit and of the units of a"
              + " level below it.")
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
      description = "The figures are still being loaded, or the log of the past cannot be read")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<MembershipReport>> membership(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "The first day of the flows; the first of asOf's year if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "Only localities that are this on the hierarchy's date")
          @RequestParam(required = false)
          @Nullable UnitTrait trait,
      @Parameter(
              description =
                  "What the reader has written and must see, from the answers to her commands")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var until = subject.day(clock);
    var query =
        new MembershipQuery(
            subject.unit(),
            until,
            subject.map(clock),
            level,
            Dates.check("from", Objects.requireNonNullElseGet(from, () -> until.withDayOfYear(1))),
            trait);
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    // the day of the figures: an old map asked for must not bring back what has gone elsewhere
    scope.require(reader, reading.unit(query), query.asOf(), "?unit");
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.report(query));
  }
}
