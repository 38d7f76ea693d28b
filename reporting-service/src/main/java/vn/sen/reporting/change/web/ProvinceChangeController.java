package vn.sen.reporting.change.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.sen.chassis.access.Caller;
import vn.sen.chassis.access.Needs;
import vn.sen.chassis.access.Role;
import vn.sen.chassis.access.Scope;
import vn.sen.chassis.view.ConsistencyToken;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.change.ChangedReport;
import vn.sen.reporting.change.ProvinceChanges;
import vn.sen.reporting.change.ProvinceChanges.FigureChange;
import vn.sen.reporting.change.UntilBeforeKnownAt;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReport.Made;
import vn.sen.reporting.province.ProvinceReporter;
import vn.sen.reporting.province.ProvinceReports;
import vn.sen.reporting.province.Versioned;
import vn.sen.reporting.province.store.Definitions;
import vn.sen.reporting.reading.Unit;
import vn.sen.reporting.reading.UnitNotOnMap;
import vn.sen.reporting.reading.UnitUnknown;
import vn.sen.reporting.reading.web.Dates;
import vn.sen.reporting.reading.web.Editions;

/** What changed in the province report between two days of knowledge. */
@RestController
@RequestMapping(ProvinceChangeController.PATH)
class ProvinceChangeController {

  static final String PATH = "/api/reporting/province/changes";

  private final Editions<Books> editions;
  private final ProvinceReports reports;
  private final Definitions definitions;
  private final Scope scope;
  private final Clock clock;

  ProvinceChangeController(
      Editions<Books> editions,
      ProvinceReports reports,
      Definitions definitions,
      Scope scope,
      Clock clock) {
    this.editions = editions;
    this.reports = reports;
    this.definitions = definitions;
    this.scope = scope;
    this.clock = clock;
  }

  @Operation(
      summary = "Báo cáo tổng hợp đã thay đổi ra sao so với những gì đã biết đến một ngày",
      description =
          "Every figure of the report as known at the end of a day and as known at a later moment,"
              + " with the difference, and where to read why it is another one.")
  @ApiResponse(responseCode = "200", description = "The figures at both moments")
  @ApiResponse(responseCode = "400", description = "A parameter cannot be read")
  @ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
  @ApiResponse(responseCode = "404", description = "No such unit, or no such definition")
  @ApiResponse(
      responseCode = "410",
      description = "The log does not hold any more what was known then")
  @ApiResponse(responseCode = "422", description = "The days of knowledge are turned round")
  @ApiResponse(
      responseCode = "503",
      description = "The figures are still being loaded, or the log cannot be read")
  @Needs({Role.VIEWER, Role.AUDITOR})
  @GetMapping
  ComparedProvince changes(
      @Parameter(
              description = "The code that the unit bears on the hierarchy's date, or its id",
              example = "54")
          @RequestParam
          String unit,
      @Parameter(description = "The business date of the figures; today if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate asOf,
      @Parameter(description = "The day whose map sums the figures; asOf if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate hierarchy,
      @Parameter(description = "The earlier moment is the end of this day")
          @RequestParam
          @DateTimeFormat(iso = ISO.DATE)
          LocalDate knownAt,
      @Parameter(description = "The later moment is the end of this day; now if absent")
          @RequestParam(required = false)
          @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate until,
      @Parameter(description = "The code of a report definition; the general one if absent")
          @RequestParam(required = false)
          @Nullable String definition,
      @Parameter(description = "A version of the definition; the last one if absent")
          @RequestParam(required = false)
          @Nullable Long definitionVersion,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader)
      throws InterruptedException {
    var day = Dates.check("asOf", Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(clock)));
    var map = Dates.check("hierarchy", Objects.requireNonNullElse(hierarchy, day));
    var moments = new Moments(Dates.check("knownAt", knownAt), until);
    var by = definitions.get(definition, definitionVersion, "?definition");
    var asked = new ProvinceQuery(unit, day, map, null, null);
    var late = editions.open(moments.until(), consistency);
    var later = reports.read(late.reports());
    var found = later.unit(asked);
    ProvinceReporter.days(by.definition(), day)
        .forEach(of -> scope.require(reader, found, of, "?unit"));
    var query = new ProvinceQuery(found.toString(), day, map, null, null);
    var now = later.report(by, query);
    boolean isPast = moments.knownAt().isBefore(LocalDate.now(clock));
    var early = isPast ? editions.open(moments.knownAt(), null) : late;
    var then = isPast ? then(early.reports(), by, query) : now;
    boolean complete = late.state().complete() && early.state().complete();
    return answer(ProvinceChanges.between(then, now), moments, late.stale(), complete);
  }

  /**
   * What is compared.
   *
   * @param until null for now
   */
  private record Moments(LocalDate knownAt, @Nullable LocalDate until) {

    Moments {
      if (until != null && Dates.check("until", until).isBefore(knownAt)) {
        throw new UntilBeforeKnownAt(knownAt, until);
      }
    }
  }

  /**
   * Null where the unit was not known then. It is not remembered: that would drive out what readers
   * ask for now.
   */
  private static @Nullable ProvinceReport then(
      Books books, Versioned definition, ProvinceQuery query) {
    try {
      return new ProvinceReports().read(books).report(definition, query);
    } catch (UnitUnknown | UnitNotOnMap _) {
      return null;
    }
  }

  private static ComparedProvince answer(
      ProvinceChanges changes, Moments moments, boolean stale, boolean complete) {
    var figures =
        changes.figures().stream().map(figure -> linked(figure, changes, moments)).toList();
    return new ComparedProvince(
        changes.unit(),
        changes.definition(),
        changes.asOf(),
        changes.hierarchy(),
        moments.knownAt(),
        moments.until(),
        stale,
        complete,
        figures);
  }

  private static ComparedFigure linked(
      FigureChange figure, ProvinceChanges changes, Moments moments) {
    var unit = changes.unit().id();
    return new ComparedFigure(
        figure,
        figure
            .behind()
            .map(report -> link(report, unit, figure.asOf(), changes.hierarchy(), moments))
            .orElse(null));
  }

  private static String link(
      ChangedReport report, UUID unit, LocalDate asOf, LocalDate hierarchy, Moments moments) {
    var link =
        UriComponentsBuilder.fromPath("/api/reporting/")
            .path(report.name().toLowerCase(Locale.ROOT))
            .path("/changes")
            .queryParam("unit", unit)
            .queryParam("asOf", asOf)
            .queryParam("hierarchy", hierarchy)
            .queryParam("knownAt", moments.knownAt());
    if (moments.until() != null) {
      link.queryParam("until", moments.until());
    }
    return link.toUriString();
  }

  /**
   * A figure, and where its report tells why it is another one.
   *
   * @param changes null where no report does
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ComparedFigure(@JsonUnwrapped FigureChange figure, @Nullable String changes) {}

  /**
   * The figures at both moments.
   *
   * @param until the day that was asked for; null for now
   * @param stale whether what the reader has written may be missing
   * @param complete whether all that was recorded by either moment could be counted
   */
  record ComparedProvince(
      Unit unit,
      Made definition,
      LocalDate asOf,
      LocalDate hierarchy,
      LocalDate knownAt,
      @Nullable LocalDate until,
      boolean stale,
      boolean complete,
      List<ComparedFigure> figures) {}
}
