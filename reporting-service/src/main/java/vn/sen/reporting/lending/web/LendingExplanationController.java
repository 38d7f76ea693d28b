package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.LocalDate;
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
import vn.sen.reporting.explanation.web.ExplanationResponses;
import vn.sen.reporting.explanation.web.FigureChoice;
import vn.sen.reporting.lending.LendingCell;
import vn.sen.reporting.lending.LendingPart;
import vn.sen.reporting.lending.LendingReports.Reading;
import vn.sen.reporting.lending.web.LendingExplanations.Asked;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** What the figures of the lending report are made of: loans, by their ids. */
@RestController
@RequestMapping("/api/reporting/lending/explanation")
@ExplanationResponses
class LendingExplanationController {

  private final LendingExplanations explanations;

  LendingExplanationController(LendingExplanations explanations) {
    this.explanations = explanations;
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
    return explanations.page(
        Reading::explainer,
        asked(subject, details, selected, section, choice, consistency, reader, request));
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
    return explanations.events(
        Reading::explainer,
        asked(subject, details, selected, section, choice, consistency, reader, request),
        part);
  }

  private static Asked asked(
      Subject subject,
      Details details,
      Choice selected,
      Section section,
      FigureChoice choice,
      @Nullable String consistency,
      Caller reader,
      WebRequest request) {
    return new Asked(
        subject,
        details.level(),
        details.from(),
        selected,
        section.in(choice.row()),
        choice,
        consistency,
        reader,
        request);
  }
}
