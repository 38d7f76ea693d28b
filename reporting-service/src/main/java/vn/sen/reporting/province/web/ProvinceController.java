package vn.sen.reporting.province.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import vn.sen.events.membership.UnitTrait;
import vn.sen.reporting.books.Books;
import vn.sen.reporting.province.ProvinceQuery;
import vn.sen.reporting.province.ProvinceReport;
import vn.sen.reporting.province.ProvinceReporter;
import vn.sen.reporting.province.ProvinceReports;
import vn.sen.reporting.province.Versioned;
import vn.sen.reporting.province.store.Definitions;
import vn.sen.reporting.reading.web.Edition;
import vn.sen.reporting.reading.web.Editions;
import vn.sen.reporting.reading.web.ReportAnswer;
import vn.sen.reporting.reading.web.Subject;

/** The province report. */
@RestController
@RequestMapping("/api/reporting/province")
@ApiResponse(responseCode = "200", description = "The report, with an ETag")
@ApiResponse(
    responseCode = "304",
    description = "The same report as the one named by If-None-Match")
@ApiResponse(responseCode = "400", description = "A parameter cannot be read")
@ApiResponse(responseCode = "403", description = "The unit is not within the reader's")
@ApiResponse(
    responseCode = "404",
    description =
        "No such unit on the hierarchy's date (the problem names its successors) or no such"
            + " definition")
@ApiResponse(responseCode = "422", description = "The level does not fit the unit")
@ApiResponse(responseCode = "503", description = "The figures are still being loaded")
class ProvinceController {

  private final Editions<Books> editions;
  private final ProvinceReports reports;
  private final Definitions definitions;
  private final Scope scope;
  private final Clock clock;

  ProvinceController(
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

  private record Asked(String definition, long version, ProvinceQuery query) {}

  @Operation(
      summary = "Báo cáo tổng hợp của một đơn vị theo mẫu của Hội",
      description =
          "Every section as the Union publishes it: members, training, groups, loans and"
              + " programmes, each figure with its indicator and the day that the definition gives"
              + " it; and the same figures of the units of a level below.")
  @Needs({Role.VIEWER, Role.AUDITOR, Role.DASHBOARD})
  @GetMapping
  @Nullable ResponseEntity<ReportAnswer<ProvinceReport>> province(
      @Valid @ParameterObject Subject subject,
      @Parameter(description = "The level of the rows; the next one below the unit if absent")
          @RequestParam(required = false)
          @Nullable UnitLevel level,
      @Parameter(description = "Only localities that are this on the hierarchy's date")
          @RequestParam(required = false)
          @Nullable UnitTrait trait,
      @Parameter(
              description = "The code of a report definition; the general one if absent",
              example = "phu-yen-2023")
          @RequestParam(required = false)
          @Nullable String definition,
      @Parameter(description = "A version of the definition; the last one if absent")
          @RequestParam(required = false)
          @Nullable Long definitionVersion,
      @Parameter(description = "What the reader has written and must see")
          @RequestHeader(name = ConsistencyToken.HEADER, required = false)
          @Nullable String consistency,
      Caller reader,
      @Parameter(hidden = true) WebRequest request)
      throws InterruptedException {
    var by = definitions.get(definition, definitionVersion, "?definition");
    var query =
        new ProvinceQuery(subject.unit(), subject.day(clock), subject.map(clock), level, trait);
    var edition = editions.open(subject.knownAt(), consistency);
    var reading = read(edition, by, query, reader);
    return edition.answer(
        reading.position(),
        reading.mapVersion(),
        new Asked(by.definition().code(), by.version(), query),
        request,
        () -> reading.report(by, query));
  }

  /** The books, if the reader may see the unit on every day that the report speaks of. */
  private ProvinceReports.Reading read(
      Edition<Books> edition, Versioned by, ProvinceQuery query, Caller reader) {
    var reading = reports.read(edition.reports());
    var unit = reading.unit(query);
    for (var day : ProvinceReporter.days(by.definition(), query.asOf())) {
      scope.require(reader, unit, day, "?unit");
    }
    return reading;
  }
}
