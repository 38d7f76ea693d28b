package vn.sen.reporting.training.web;

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
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.training.CoverageQuery;
import vn.sen.reporting.training.CoverageReport;
import vn.sen.reporting.training.Dimension;
import vn.sen.reporting.training.TrainingQuery;
import vn.sen.reporting.training.TrainingQuery.Selection;
import vn.sen.reporting.training.TrainingReport;
import vn.sen.reporting.training.TrainingReports;

/** Classes, who took part, and who in post is trained. */
@RestController
@RequestMapping("/api/reporting/training")
@ApiResponse(responseCode = "200", description = "The report, with an ETag")
@ApiResponse(
    responseCode = "304",
    description = "The same report as the one named by If-None-Match")
@ApiResponse(responseCode = "400", description = "A parameter cannot be read")
@ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
@ApiResponse(
    responseCode = "404",
    description =
        "No such unit on the hierarchy's date (the problem names its successors), or no such theme,"
            + " course, title or competency")
@ApiResponse(
    responseCode = "422",
    description = "The level does not fit the unit, or the period is turned round")
@ApiResponse(
    responseCode = "410",
    description = "The log does not hold any more what was known then")
@ApiResponse(
    responseCode = "503",
    description = "The figures are still being loaded, or the log of the past cannot be read")
class TrainingController {

  private final Editions<TrainingReports> editions;
  private final Scope scope;
  private final Clock clock;

  TrainingController(Editions<TrainingReports> editions, Scope scope, Clock clock) {
    this.editions = editions;
    this.scope = scope;
    this.clock = clock;
  }

  @Operation(
      summary = "Lớp tập huấn, số người và lượt người tham dự của một đơn vị",
      description =
          "Classes, sessions and budgets of a unit and of the units of a level below it, and their"
              + " people who took part: each once, and in turns; by theme, course, programme and"
              + " category.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<TrainingReport>> training(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "The first day of the period; the first of asOf's year if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from,
      @Parameter(description = "A theme's code or id") @RequestParam(required = false)
          @Nullable String theme,
      @Parameter(description = "A course's code or id") @RequestParam(required = false)
          @Nullable String course,
      @Parameter(description = "A programme's code") @RequestParam(required = false)
          @Nullable String programme,
      @Parameter(description = "Only localities that are this on the hierarchy's date")
          @RequestParam(required = false)
          @Nullable UnitTrait trait,
      @Parameter(description = "What the total is divided by; THEME if absent")
          @RequestParam(required = false)
          @Nullable Set<Dimension> by,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var until = subject.day(clock);
    var query =
        new TrainingQuery(
            subject.unit(),
            until,
            subject.map(clock),
            level,
            Dates.check("from", Objects.requireNonNullElseGet(from, () -> until.withDayOfYear(1))),
            new Selection(theme, course, programme, trait),
            by == null ? Set.of(Dimension.THEME) : by);
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    scope.require(reader, reading.unit(query), until, "?unit");
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.report(query));
  }

  @Operation(
      summary = "Tỷ lệ cán bộ đương chức đã được đào tạo, theo chức danh và đơn vị",
      description =
          "People in post on a date, of these the trained ones, how often they took part, and"
              + " vacant seats: of a unit and of the units of a level below it, by title and"
              + " level.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/coverage")
  @Nullable ResponseEntity<ReportAnswer<CoverageReport>> coverage(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "A title's code or id") @RequestParam(required = false)
          @Nullable String title,
      @Parameter(description = "Only posts at units of this level") @RequestParam(required = false)
          @Nullable UnitLevel postLevel,
      @Parameter(description = "The code of what they are to be competent in")
          @RequestParam(required = false)
          @Nullable String competency,
      @Parameter(description = "The code or id of the theme they are to be trained on")
          @RequestParam(required = false)
          @Nullable String theme,
      @Parameter(description = "Only localities that are this on the hierarchy's date")
          @RequestParam(required = false)
          @Nullable UnitTrait trait,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var until = subject.day(clock);
    var query =
        new CoverageQuery(
            subject.unit(),
            until,
            subject.map(clock),
            level,
            title,
            postLevel,
            competency,
            theme,
            trait);
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    scope.require(reader, reading.unit(query), until, "?unit");
    return edition.answer(
        reading.position(), reading.mapVersion(), query, request, () -> reading.coverage(query));
  }
}
