package vn.sen.reporting.training.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Set;
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
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.training.TrainingPart;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingReports.Reading;
import vn.sen.reporting.training.TrainingSection;

/** What the figures of the training report are made of. */
@RestController
@RequestMapping("/api/reporting/training/explanation")
@ExplanationResponses
class TrainingExplanationController {

  private final UnitExplanations<TrainingReports, Reading> explanations;
  private final Clock clock;

  TrainingExplanationController(
      Editions<TrainingReports> editions, Explanations explanations, Scope scope, Clock clock) {
    this.explanations =
        new UnitExplanations<>(editions, TrainingReports::read, explanations, scope);
    this.clock = clock;
  }

  /** Which part of the report the figure stands in, beside its row. */
  record Section(
      @Parameter(description = "Of an entry of byTheme, or of a cell: the theme's code or id")
          @Nullable String byTheme,
      @Parameter(description = "The same of byCourse: the course's code or id")
          @Nullable String byCourse,
      @Parameter(description = "The same of byProgramme: its code, or \"none\"")
          @Nullable String byProgramme,
      @Parameter(description = "The same of byCategory: the category, or \"none\"")
          @Nullable String byCategory) {

    TrainingSection in(@Nullable String row) {
      return new TrainingSection(row, byTheme, byCourse, byProgramme, byCategory);
    }
  }

  @Operation(
      summary = "Một số liệu tập huấn được cộng từ những lớp nào",
      description =
          "The classes behind a figure with what each adds, the largest first; of people, each one"
              + " with her classes; of certificates, each one.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<Explanation<TrainingPart>>> explanation(
      @Valid @ParameterObject Subject subject,
      @ParameterObject TrainingDetails details,
      @ParameterObject Section section,
      @Valid @ParameterObject FigureChoice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.page(
        asked(details, section, new Asking(subject, choice, consistency, reader, request)));
  }

  @Operation(
      summary = "Các sự kiện của một lớp tạo nên số liệu",
      description = "The events that added to a part of a figure, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      @Valid @ParameterObject Subject subject,
      @ParameterObject TrainingDetails details,
      @ParameterObject Section section,
      @Valid @ParameterObject FigureChoice choice,
      @Parameter(description = "The part's key, from the explanation") @RequestParam String part,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.events(
        asked(details, section, new Asking(subject, choice, consistency, reader, request)), part);
  }

  private Asked<Reading, TrainingPart> asked(TrainingDetails details, Section section, Asking by) {
    var query = details.query(by.subject(), Set.of(), clock);
    var within = section.in(by.choice().row());
    return by.of(query, within, reading -> reading.explainer(query, within));
  }
}
