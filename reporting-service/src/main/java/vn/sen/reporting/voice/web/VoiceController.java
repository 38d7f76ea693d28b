package vn.sen.reporting.voice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.events.membership.UnitLevel;
import vn.sen.events.membership.UnitTrait;
import vn.sen.events.membership.VoiceKind;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.voice.Dimension;
import vn.sen.reporting.voice.Side;
import vn.sen.reporting.voice.VoiceQuery;
import vn.sen.reporting.voice.VoiceReport;
import vn.sen.reporting.voice.VoiceReports;

/** The report of the voices. */
@RestController
@RequestMapping("/api/reporting/voices")
class VoiceController {

  private final Editions<VoiceReports> editions;
  private final Scope scope;
  private final Clock clock;

  VoiceController(Editions<VoiceReports> editions, Scope scope, Clock clock) {
    this.editions = editions;
    this.scope = scope;
    this.clock = clock;
  }

  @Operation(
      summary =
          "Tâm tư, nguyện vọng, kiến nghị của một đơn vị và việc trả lời, theo ngày và bản đồ bất"
              + " kỳ",
      description =
          "Needs and petitions raised, open, overdue, answered in time or late, closed, reopened"
              + " and withdrawn, of a unit and of the units of a level below it, by kind, subject"
              + " area, unit where raised and owner.")
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
  @Nullable ResponseEntity<ReportAnswer<VoiceReport>> voices(
      @Valid @ParameterObject Subject asked,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "The first day of the flows; the first of asOf's year if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(
              description =
                  "Whether voices belong to the units where they were raised (RAISED, if absent) or"
                      + " to those that have to answer (OWNER)")
          @RequestParam(required = false)
          @Nullable Side side,
      @RequestParam(required = false) @Nullable VoiceKind kind,
      @Parameter(description = "The code of a subject area") @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "Only localities that are this on the hierarchy's date")
          @RequestParam(required = false)
          @Nullable UnitTrait trait,
      @Parameter(description = "What the total is divided by; KIND and SUBJECT if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var until = asked.day(clock);
    var first = Objects.requireNonNullElseGet(from, () -> until.withDayOfYear(1));
    var query =
        new VoiceQuery(
            asked.unit(),
            Objects.requireNonNullElse(side, Side.RAISED),
            until,
            asked.map(clock),
            level,
            Dates.check("from", first),
            kind,
            subject,
            trait,
            by == null ? Set.of(Dimension.KIND, Dimension.SUBJECT) : by);
    var edition = editions.open(asked.knownAt(), consistency);
    var reading = edition.reports().read();
    // the day of the figures: an old map asked for must not bring back what has gone elsewhere
    scope.require(reader, reading.unit(query), query.asOf(), "?unit");
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.report(query));
  }
}
