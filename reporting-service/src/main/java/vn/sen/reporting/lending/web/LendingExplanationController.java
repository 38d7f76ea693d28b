package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.events.membership.UnitLevel;
import vn.sen.reporting.explanation.Explanation;
import vn.sen.reporting.explanation.PartEvents;
import vn.sen.reporting.explanation.web.Explanations;
import vn.sen.reporting.explanation.web.Explanations.Question;
import vn.sen.reporting.explanation.web.FigureChoice;
import vn.sen.reporting.lending.LendingCell;
import vn.sen.reporting.lending.LendingPart;
import vn.sen.reporting.lending.LendingQuery;
import vn.sen.reporting.lending.LendingReports;
import vn.sen.reporting.lending.LendingReports.Reading;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Edition;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** What the figures of the lending report are made of: loans, by their ids. */
@RestController
@RequestMapping("/api/reporting/lending/explanation")
@ApiResponse(responseCode = "200", description = "A page, with an ETag; links.next is the next one")
@ApiResponse(
    responseCode = "304",
    description = "The same answer as the one named by If-None-Match")
@ApiResponse(
    responseCode = "400",
    description = "A parameter cannot be read, or there is no such figure: the problem names all")
@ApiResponse(responseCode = "403", description = "The unit or the bank is not the reader's")
@ApiResponse(responseCode = "404", description = "No such unit, row, bank, programme or part")
@ApiResponse(
    responseCode = "422",
    description = "The level does not fit the unit, or the period is turned round")
@ApiResponse(
    responseCode = "410",
    description = "The log does not hold any more what was known then")
@ApiResponse(
    responseCode = "503",
    description = "The figures are still being loaded, or the log cannot be read")
class LendingExplanationController {

  private final Editions<LendingReports> editions;
  private final Explanations explanations;
  private final LendingAccess access;
  private final Clock clock;

  LendingExplanationController(
      Editions<LendingReports> editions,
      Explanations explanations,
      LendingAccess access,
      Clock clock) {
    this.editions = editions;
    this.explanations = explanations;
    this.access = access;
    this.clock = clock;
  }

  /** What the report explained was asked for, beside its subject and choice. */
  record Details(
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @Nullable UnitLevel level,
      @Parameter(description = "The first day of the movement; the first of asOf's year if absent")
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate from) {}

  /** Which part of the report the figure stands in, beside its row. */
  record Section(
      @Parameter(description = "Of an entry of byBank, or of a cell: the bank's code or id")
          @Nullable String byBank,
      @Parameter(description = "The same of byProgramme: the programme's code or id")
          @Nullable String byProgramme,
      @Parameter(description = "The same of byGroupRank: a rank, or \"none\"")
          @Nullable String byGroupRank) {

    LendingCell in(@Nullable String row) {
      return new LendingCell(row, byBank, byProgramme, byGroupRank);
    }
  }

  @Operation(
      summary = "Một số liệu vay vốn được cộng từ những khoản vay nào",
      description =
          "The loans behind a figure with what each adds, the largest first; of households, each"
              + " one with its loans; of a percentage, its terms.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<Explanation<LendingPart>>> explanation(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Details details,
      @ParameterObject Choice selected,
      @ParameterObject Section section,
      @Valid @ParameterObject FigureChoice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var query = query(subject, details, selected, reader, reading);
    var cell = section.in(choice.row());
    var question = question(edition, reading, List.of(query, cell), choice, request);
    var explained = reading.explain(query, cell, choice.figure(), question.after(), choice.most());
    return explanations.page(question, reading.reportOf(query, cell), cell.limits(), explained);
  }

  @Operation(
      summary = "Các sự kiện của một khoản vay tạo nên số liệu",
      description = "The events of a loan that added to a figure, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK})
  @GetMapping("/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      @Valid @ParameterObject Subject subject,
      @ParameterObject Details details,
      @ParameterObject Choice selected,
      @ParameterObject Section section,
      @Valid @ParameterObject FigureChoice choice,
      @Parameter(description = "The part's key, from the explanation") @RequestParam String part,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = edition.reports().read();
    var query = query(subject, details, selected, reader, reading);
    var cell = section.in(choice.row());
    var trail = reading.trail(query, cell, choice.figure(), part);
    var question = question(edition, reading, List.of(query, cell, part), choice, request);
    return explanations.events(question, part, trail);
  }

  private LendingQuery query(
      Subject subject, Details details, Choice selected, Caller reader, Reading reading) {
    var until = subject.day(clock);
    var from = Objects.requireNonNullElseGet(details.from(), () -> until.withDayOfYear(1));
    var query =
        new LendingQuery(
            subject.unit(),
            until,
            subject.map(clock),
            details.level(),
            Dates.check("from", from),
            selected.of(access.bank(reader, reading, selected.bank())),
            Set.of());
    access.require(reader, reading.unit(query), until);
    return query;
  }

  private static Question question(
      Edition<?> edition, Reading reading, Object asked, FigureChoice choice, WebRequest request) {
    return new Question(edition, reading.position(), reading.mapVersion(), asked, choice, request);
  }
}
