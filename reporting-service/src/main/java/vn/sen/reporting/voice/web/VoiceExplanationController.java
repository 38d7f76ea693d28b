package vn.sen.reporting.voice.web;

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
import vn.sen.events.membership.VoiceKind;
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
import vn.sen.reporting.voice.VoicePart;
import vn.sen.reporting.voice.VoiceReports;
import vn.sen.reporting.voice.VoiceReports.Reading;
import vn.sen.reporting.voice.VoiceSection;

/** What the figures of the report of voices are made of. */
@RestController
@RequestMapping("/api/reporting/voices/explanation")
@ExplanationResponses
class VoiceExplanationController {

  private final UnitExplanations<VoiceReports, Reading> explanations;
  private final Clock clock;

  VoiceExplanationController(
      Editions<VoiceReports> editions, Explanations explanations, Scope scope, Clock clock) {
    this.explanations = new UnitExplanations<>(editions, VoiceReports::read, explanations, scope);
    this.clock = clock;
  }

  /** Which part of the report the figure stands in, beside its row. */
  record Section(
      @Parameter(description = "Of an entry of byKind, or of a cell: the kind")
          @Nullable VoiceKind byKind,
      @Parameter(description = "The same of bySubject: its code") @Nullable String bySubject,
      @Parameter(description = "The same of byRaisedAt: the unit's id, or \"none\"")
          @Nullable String byRaisedAt,
      @Parameter(description = "The same of byOwner: the unit's id, or \"none\"")
          @Nullable String byOwner) {

    VoiceSection in(@Nullable String row) {
      return new VoiceSection(row, byKind, bySubject, byRaisedAt, byOwner);
    }
  }

  @Operation(
      summary = "Một số liệu tâm tư, nguyện vọng, kiến nghị được cộng từ đâu",
      description =
          "The units, kinds and subject areas behind a figure with what each adds, the largest"
              + " first; of the share answered in time, its terms.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<Explanation<VoicePart>>> explanation(
      @Valid @ParameterObject Subject subject,
      @ParameterObject VoiceDetails details,
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
      summary = "Các sự kiện tạo nên một phần của số liệu kiến nghị",
      description = "The events that added to a part of a figure, oldest first.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      @Valid @ParameterObject Subject subject,
      @ParameterObject VoiceDetails details,
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

  private Asked<Reading, VoicePart> asked(VoiceDetails details, Section section, Asking by) {
    var query = details.query(by.subject(), Set.of(), clock);
    var within = section.in(by.choice().row());
    return by.of(query, within, reading -> reading.explainer(query, within));
  }
}
