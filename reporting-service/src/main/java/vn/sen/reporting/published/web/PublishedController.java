package vn.sen.reporting.published.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.command.CommandAnswers;
import vn.sen.chassis.command.CommandContext;
import vn.sen.chassis.domain.RuleViolation;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.events.reporting.FigureFinding;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.province.Origins;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReports;
import vn.sen.reporting.published.PublishedFigure;
import vn.sen.reporting.published.PublishedReport;
import vn.sen.reporting.published.Register;
import vn.sen.reporting.published.Registered;
import vn.sen.reporting.published.store.PublishedFigures;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.FigureLinks;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** The register of figures that are stated elsewhere. */
@RestController
@RequestMapping(PublishedController.PATH)
class PublishedController {

  static final String PATH = "/api/reporting/published";

  private final PublishedFigures figures;
  private final Editions<Books> editions;
  private final Books present;
  private final ProvinceReports reports;
  private final Scope scope;
  private final Clock clock;

  PublishedController(
      PublishedFigures figures,
      Editions<Books> editions,
      Books present,
      ProvinceReports reports,
      Scope scope,
      Clock clock) {
    this.figures = figures;
    this.editions = editions;
    this.present = present;
    this.reports = reports;
    this.scope = scope;
    this.clock = clock;
  }

  /** Why a figure differs. */
  record Said(@Nullable FigureFinding finding, @Nullable @Size(max = 1_000) String reason) {}

  /** Why a figure does not count any more. */
  record Withdrawal(@NotBlank @Size(max = 1_000) String reason) {}

  /** What an answer depends on beside the books. */
  private record Asked(ProvinceQuery query, @Nullable LocalDate map, List<Version> figures) {}

  private record Version(UUID id, long version) {}

  @Operation(
      summary = "Ghi một số liệu đã công bố ở nơi khác",
      description =
          "Enters a figure as a source states it. If the source states no day, the day it is"
              + " compared of is given as assumed.")
  @ApiResponse(responseCode = "201", description = "It is entered; the version is in the ETag")
  @ApiResponse(responseCode = "404", description = "The unit does not exist on the figure's day")
  @ApiResponse(responseCode = "422", description = "The platform has no such indicator")
  @Needs(Role.APPROVER)
  @PostMapping
  ResponseEntity<CommandAnswers.Done> register(
      @Valid @RequestBody NewFigure body, CommandContext by) {
    var figure = body.figure();
    scope.require(by.sender(), figure.unit(), figure.asOf(), "/unitId");
    requireUnit(figure);
    return CommandAnswers.created(figures.register(by, figure), PATH);
  }

  /** A unit has no figures on a day on which there was none. */
  private void requireUnit(PublishedFigure figure) {
    var day = figure.asOf();
    try {
      var unused =
          reports
              .read(present)
              .unit(new ProvinceQuery(figure.unit().toString(), day, day, null, null));
    } catch (RuleViolation violation) {
      throw violation.at("/unitId");
    }
  }

  @Operation(
      summary = "Giải thích chênh lệch",
      description = "Says why it differs; without a finding, takes back what was said.")
  @Needs({Role.OFFICER, Role.APPROVER})
  @PostMapping("/{id}/explanation")
  ResponseEntity<CommandAnswers.Done> explain(
      @PathVariable UUID id, @Valid @RequestBody Said body, CommandContext by) {
    require(by.sender(), figures.get(id).state());
    return CommandAnswers.changed(figures.explain(id, by, body.finding(), body.reason()));
  }

  @Operation(
      summary = "Rút một số liệu đã ghi",
      description = "Takes a figure out of the comparison.")
  @Needs(Role.APPROVER)
  @PostMapping("/{id}/withdrawal")
  ResponseEntity<CommandAnswers.Done> withdraw(
      @PathVariable UUID id, @Valid @RequestBody Withdrawal body, CommandContext by) {
    require(by.sender(), figures.get(id).state());
    return CommandAnswers.changed(figures.withdraw(id, by, body.reason()));
  }

  @Operation(
      summary = "Một số liệu đã ghi",
      description = "A figure as it was entered, withdrawn or not")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping("/{id}")
  ResponseEntity<PublishedFigure> get(@PathVariable UUID id, Caller reader) {
    var stored = figures.get(id);
    require(reader, stored.state());
    return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(stored.state());
  }

  private void require(Caller caller, PublishedFigure figure) {
    scope.require(caller, figure.unit(), figure.asOf(), "");
  }

  @Operation(
      summary = "Số liệu đã công bố bên cạnh số liệu đếm được",
      description =
          "Each published figure of a unit beside the counted one of the same day: difference,"
              + " whether rounding explains it, its kind and an explanation. Without a hierarchy"
              + " each is counted by the map of its own day.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<PublishedReport>> compare(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var query =
        new ProvinceQuery(subject.unit(), subject.day(clock), subject.map(clock), null, null);
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = reports.read(edition.reports());
    var unit = reading.named(query);
    scope.require(reader, unit.id(), query.asOf(), "?unit");
    var registered =
        figures.of(unit.id()).stream()
            .filter(one -> scope.covers(reader, unit.id(), List.of(), one.figure().asOf()))
            .toList();
    var asked = new Asked(query, subject.hierarchy(), versions(registered));
    return edition.answer(
        reading.position(),
        reading.mapVersion(),
        asked,
        request,
        () -> new Register(unit, registered, subject.hierarchy()).compare(reading::report),
        report -> links(report, subject));
  }

  /** Each counted figure, of its own day, leads to what it is made of. */
  private static FigureLinks links(PublishedReport report, Subject subject) {
    var links = new FigureLinks(report.unit().id().toString(), subject.knownAt());
    for (var figure : report.figures()) {
      var map = Objects.requireNonNullElse(subject.hierarchy(), figure.asOf());
      if (figure.counted() != null) {
        Origins.of(figure.indicator(), figure.of())
            .ifPresent(origin -> links.add(figure.id().toString(), origin, figure.asOf(), map));
      }
    }
    return links;
  }

  private static List<Version> versions(List<Registered> registered) {
    return registered.stream().map(one -> new Version(one.id(), one.version())).toList();
  }
}
