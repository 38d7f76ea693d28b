package vn.sen.reporting.membership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
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
import vn.sen.reporting.membership.MembershipPart;
import vn.sen.reporting.membership.MembershipReports;
import vn.sen.reporting.membership.MembershipReports.Reading;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** What the figures of the membership report are made of. */
@RestController
@RequestMapping("/api/reporting/membership/explanation")
@ExplanationResponses
class MembershipExplanationController {

  private final UnitExplanations<MembershipReports, Reading> explanations;
  private final Clock clock;

  MembershipExplanationController(
      Editions<MembershipReports> editions, Explanations explanations, Scope scope, Clock clock) {
    this.explanations =
        new UnitExplanations<>(editions, MembershipReports::read, explanations, scope);
    this.clock = clock;
  }

  @Operation(
      summary = "Một số liệu hội viên được cộng từ đâu",
      description =
          "The units at which the members behind a figure were recorded, or the statements of"
              + " numbers of women, with what each adds; of a rate, its terms.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<Explanation<MembershipPart>>> explanation(
      @Valid @ParameterObject Subject subject,
      @ParameterObject MembershipDetails details,
      @Valid @ParameterObject FigureChoice choice,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.page(
        asked(details, new Asking(subject, choice, consistency, reader, request)));
  }

  @Operation(
      summary = "Các sự kiện tạo nên một phần của số liệu hội viên",
      description =
          "The events that added to a part of a figure, oldest first, by the ids of the members"
              + " they are about: who these are, the membership service says.")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping("/events")
  @Nullable ResponseEntity<ReportAnswer<PartEvents>> events(
      @Valid @ParameterObject Subject subject,
      @ParameterObject MembershipDetails details,
      @Valid @ParameterObject FigureChoice choice,
      @Parameter(description = "The part's key, from the explanation") @RequestParam String part,
      @RequestHeader(name = ConsistencyToken.HEADER, required = false) @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    return explanations.events(
        asked(details, new Asking(subject, choice, consistency, reader, request)), part);
  }

  private Asked<Reading, MembershipPart> asked(MembershipDetails details, Asking by) {
    var query = details.query(by.subject(), clock);
    return by.of(query, List.of(), reading -> reading.explainer(query, by.choice().row()));
  }
}
