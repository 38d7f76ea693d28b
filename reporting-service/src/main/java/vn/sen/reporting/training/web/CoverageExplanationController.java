package vn.sen.reporting.training.web;

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
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.events.membership.UnitLevel;
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
import vn.sen.reporting.training.CoveragePart;
import vn.sen.reporting.training.CoverageSection;
import vn.sen.reporting.training.TrainingReports;
import vn.sen.reporting.training.TrainingReports.Reading;

/**
 * What the figures of the report of coverage are made of: people, posts and seats, by their ids.
 */
@RestController
@RequestMapping("/api/reporting/training/coverage/explanation")
@ExplanationResponses
class CoverageExplanationController {

  private final UnitExplanations<TrainingReports, Reading> explanations;
  private final Clock clock;

  CoverageExplanationController(
      Editions<TrainingReports> editions, Explanations explanations, Scope scope, Clock clock) {
    this.explanations =
        new UnitExplanations<>(editions, TrainingReports::read, explanations, scope);
    this.clock = clock;
  }

  /** Which part of the report the figure stands in, beside its row, which may be "offMap". */
  record Section(
      @Parameter(description = "Of an entry of byTitle: the title's code or id, beside byPostLevel")
          @Nullable String byTitle,
      @Parameter(description = "Of an entry of byPostLevel or byTitle: the level of the posts")
          @Nullable UnitLevel byPostLevel) {

    CoverageSection in(@Nullable String row) {
      return new CoverageSection(row, byTitle, byPostLevel);
    }
  }

  @Operation(
      summary = "Một số liệu cán bộ đương chức được cộng từ những ai, chức danh nào",
      description =
          "The people, posts or seats behind a figure, by their ids, the largest first; of the"
              + " trained and of turns, each person with her classes; of a percentage, its terms.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<Explanation<CoveragePart>>> explanation(
      @Valid @ParameterObject Subject subject,
      @ParameterObject CoverageDetails details,
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
      summary = "Các sự kiện tạo nên một phần của số liệu cán bộ đương chức",
      description = "The events that added to a part of a figure, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      @Valid @ParameterObject Subject subject,
      @ParameterObject CoverageDetails details,
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

  private Asked<Reading, CoveragePart> asked(CoverageDetails details, Section section, Asking by) {
    var query = details.query(by.subject(), clock);
    var within = section.in(by.choice().row());
    return by.of(query, within, reading -> reading.coverageExplainer(query, within));
  }
}
