package vn.sen.reporting.programme.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.reporting.explanation.Explanation;
import vn.sen.reporting.explanation.PartEvents;
import vn.sen.reporting.explanation.web.ExplanationResponses;
import vn.sen.reporting.explanation.web.Explanations;
import vn.sen.reporting.explanation.web.FigureChoice;
import vn.sen.reporting.explanation.web.UnitExplanations;
import vn.sen.reporting.explanation.web.UnitExplanations.Asked;
import vn.sen.reporting.explanation.web.UnitExplanations.Asking;
import vn.sen.reporting.programme.ProgrammePart;
import vn.sen.reporting.programme.ProgrammeReports;
import vn.sen.reporting.programme.ProgrammeReports.Reading;
import vn.sen.reporting.programme.ProgrammeSection;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** What the figures of the report of programmes are made of. */
@RestController
@RequestMapping("/api/reporting/programmes/explanation")
@ExplanationResponses
class ProgrammeExplanationController {

  private final UnitExplanations<ProgrammeReports, Reading> explanations;
  private final Clock clock;

  ProgrammeExplanationController(
      Editions<ProgrammeReports> editions, Explanations explanations, Scope scope, Clock clock) {
    this.explanations =
        new UnitExplanations<>(editions, ProgrammeReports::read, explanations, scope);
    this.clock = clock;
  }

  /** Which indicator the figure is of. */
  record Section(
      @Parameter(description = "The programme's code", example = "DA939") @NotNull
          String byProgramme,
      @Parameter(description = "The indicator's code") @NotNull String byIndicator) {

    ProgrammeSection in(@Nullable String row) {
      return new ProgrammeSection(row, byProgramme, byIndicator);
    }
  }

  @Operation(
      summary = "Chỉ tiêu, kết quả của chương trình, đề án được cộng từ đâu",
      description =
          "The stated numbers behind a target or a result or, of a result that is counted, what"
              + " the report explains of which it is a figure: classes, people, groups, activities,"
              + " loans; of a percentage, its terms.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<Explanation<ProgrammePart>>> explanation(
      @Valid @ParameterObject Subject subject,
      @Valid @ParameterObject ProgrammeDetails details,
      @Valid @ParameterObject Section section,
      @Valid @ParameterObject FigureChoice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.page(
        asked(details, section, new Asking(subject, choice, consistency, reader, request)));
  }

  @Operation(
      summary = "Các sự kiện tạo nên một phần của chỉ tiêu, kết quả",
      description = "The events that added to a part of a figure, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      @Valid @ParameterObject Subject subject,
      @Valid @ParameterObject ProgrammeDetails details,
      @Valid @ParameterObject Section section,
      @Valid @ParameterObject FigureChoice choice,
      @Parameter(description = "The part's key, from the explanation") @RequestParam String part,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.events(
        asked(details, section, new Asking(subject, choice, consistency, reader, request)), part);
  }

  private Asked<Reading, ProgrammePart> asked(
      ProgrammeDetails details, Section section, Asking by) {
    var query = details.query(by.subject(), section.byProgramme(), clock);
    var within = section.in(by.choice().row());
    return by.of(query, within, reading -> reading.explainer(query, within));
  }
}
