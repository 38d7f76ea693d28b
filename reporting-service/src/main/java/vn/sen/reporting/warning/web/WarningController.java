package vn.sen.reporting.warning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.FigureLinks;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;
import vn.sen.reporting.warning.Rule;
import vn.sen.reporting.warning.WarningQuery;
import vn.sen.reporting.warning.WarningReport;
import vn.sen.reporting.warning.WarningReports;
import vn.sen.reporting.warning.WatchedTerms;
import vn.sen.reporting.warning.store.RuleBook;

/** Which units are to be warned of. */
@RestController
@RequestMapping(WarningController.PATH)
class WarningController {

  static final String PATH = "/api/reporting/warnings";

  private final Editions<WarningReports> editions;
  private final RuleBook rules;
  private final Scope scope;
  private final Clock clock;

  WarningController(Editions<WarningReports> editions, RuleBook rules, Scope scope, Clock clock) {
    this.editions = editions;
    this.rules = rules;
    this.scope = scope;
    this.clock = clock;
  }

  /** What an answer depends on beside figures and map. */
  private record Asked(WarningQuery query, List<Rule> rules) {}

  @Operation(
      summary = "Cảnh báo sớm: đơn vị nào vượt ngưỡng hoặc đang tiến tới ngưỡng, và vì sao",
      description =
          "For each rule in force: the units beyond its threshold or heading there within its"
              + " horizon, with trend, projection and whether numerator or denominator moved.")
  @ApiResponse(responseCode = "200", description = "The warnings, with an ETag")
  @ApiResponse(responseCode = "304", description = "The same as those named by If-None-Match")
  @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
  @ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
  @ApiResponse(
      responseCode = "404",
      description =
          "No such unit on the hierarchy's date (the problem names its successors) or no such rule")
  @ApiResponse(
      responseCode = "410",
      description = "The log does not hold any more what was known then")
  @ApiResponse(
      responseCode = "503",
      description = "The figures are still being loaded, or the log of the past cannot be read")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<WarningReport>> warnings(
      @Valid @ParameterObject Subject asked,
      @Parameter(description = "The code of a rule; all in force on asOf if absent")
          @RequestParam(required = false)
          @Nullable String rule,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var query = new WarningQuery(asked.unit(), asked.day(clock), asked.map(clock), rule);
    var edition = editions.open(asked.knownAt(), consistency);
    var known = rules.rules();
    var reading = edition.reports().read();
    // the day of the figures: an old map asked for must not bring back what has gone elsewhere
    scope.require(reader, reading.unit(query), query.asOf(), "?unit");
    return edition.answer(
        reading.position(),
        reading.mapVersion(),
        new Asked(query, known),
        request,
        () -> reading.report(query, known),
        report -> links(report, query, asked.knownAt()));
  }

  /** The units that a rule finds are rows of the figures that its share is made of. */
  private static FigureLinks links(
      WarningReport report, WarningQuery query, @Nullable LocalDate knownAt) {
    var links = new FigureLinks(query.unit(), knownAt);
    for (var rule : report.rules()) {
      if (rule.units().isEmpty()) {
        continue; // the unit may have none of the rule's level below it
      }
      var terms = WatchedTerms.of(rule.figure(), rule.level(), query.asOf());
      links.add(rule.rule() + ".numerator", terms.numerator(), query.asOf(), query.hierarchy());
      links.add(rule.rule() + ".denominator", terms.denominator(), query.asOf(), query.hierarchy());
    }
    return links;
  }
}
