package vn.sen.reporting.lending.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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

/**
 * What the figures of overdue principal by age, and of principal by the month it falls due, are
 * made of: loans, by their ids.
 */
@RestController
@RequestMapping("/api/reporting/lending")
@ExplanationResponses
class DueExplanationController {

  private final LendingExplanations explanations;
  private final Clock clock;

  DueExplanationController(LendingExplanations explanations, Clock clock) {
    this.explanations = explanations;
    this.clock = clock;
  }

  @Operation(
      summary = "Một số liệu nợ quá hạn được cộng từ những khoản vay nào",
      description =
          "The loans behind a figure with what each adds, the largest first; of households, each"
              + " one with its loans.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK})
  @GetMapping("/ageing/explanation")
  @Nullable ResponseEntity<ReportAnswer<Explanation<LendingPart>>> ageing(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @ParameterObject Choice selected,
      @Valid @ParameterObject FigureChoice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.page(
        Reading::ageingExplainer,
        asked(subject, level, selected, choice, consistency, reader, request));
  }

  @Operation(
      summary = "Các sự kiện của một khoản vay tạo nên số liệu nợ quá hạn",
      description = "The events of a loan that added to what is overdue of it, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK})
  @GetMapping("/ageing/explanation/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> ageingEvents(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @ParameterObject Choice selected,
      @Valid @ParameterObject FigureChoice choice,
      @Parameter(description = "The part's key, from the explanation") @RequestParam String part,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.events(
        Reading::ageingExplainer,
        asked(subject, level, selected, choice, consistency, reader, request),
        part);
  }

  @Operation(
      summary = "Một số liệu nợ đến hạn được cộng từ những khoản vay nào",
      description =
          "The loans behind a figure with what each adds, the largest first; of households, each"
              + " one with its loans.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK})
  @GetMapping("/maturities/explanation")
  @Nullable ResponseEntity<ReportAnswer<Explanation<LendingPart>>> maturities(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @ParameterObject Choice selected,
      @Valid @ParameterObject FigureChoice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.page(
        Reading::maturityExplainer,
        asked(subject, level, selected, choice, consistency, reader, request));
  }

  @Operation(
      summary = "Các sự kiện của một khoản vay tạo nên số liệu nợ đến hạn",
      description = "The events of a loan that added to its principal, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.BANK})
  @GetMapping("/maturities/explanation/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> maturitiesEvents(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @ParameterObject Choice selected,
      @Valid @ParameterObject FigureChoice choice,
      @Parameter(description = "The part's key, from the explanation") @RequestParam String part,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.events(
        Reading::maturityExplainer,
        asked(subject, level, selected, choice, consistency, reader, request),
        part);
  }

  private Asked asked(
      Subject subject,
      @Nullable UnitLevel level,
      Choice selected,
      FigureChoice choice,
      @Nullable String consistency,
      Caller reader,
      WebRequest request) {
    return new Asked(
        subject,
        level,
        subject.day(clock),
        selected,
        LendingCell.of(choice.row()),
        choice,
        consistency,
        reader,
        request);
  }
}
